import { until } from '../../support/until'
import { ATTACKS, type BenchRoom, type Participant, type Seat } from './participant'

const STRIKES_PER_SECOND = 2
/** Whoever is put out is followed by the next of so many, since a good server keeps out who was put out before. */
const PEOPLE_EACH = 3
/** Sockets that one person opens at a strike: 500 in ten seconds. */
const SOCKETS_A_STRIKE = 25
const FIRST_PERSON = 300
const CROWDED_PERSON = 400
const TICKET_PERSON = 401

/** One kind of attack; `strike` makes it once more, where its author is let in. */
interface Attacker {
  readonly name: string
  /** How often it was made. */
  made(): number
  strike(): void
  stop(): void
}

/** Everybody who means harm, each kind of harm from seats of its own. */
export class Attackers {
  readonly #attackers: readonly Attacker[]
  #timer: NodeJS.Timeout | null = null

  private constructor(attackers: readonly Attacker[]) {
    this.#attackers = attackers
  }

  /** Brings them to the board. `onLetIn` hears of who came in by a ticket that was used before. */
  static async join(room: BenchRoom, victim: Participant, onLetIn: () => void): Promise<Attackers> {
    const attackers: Attacker[] = []
    for (const [at, kind] of ATTACKS.entries()) {
      const attacker = await overOwnLines(room, { kind, victim, first: FIRST_PERSON + at * PEOPLE_EACH })
      attackers.push(attacker)
    }
    attackers.push(overManyLines(await room.seat(CROWDED_PERSON)))
    if (room.seatByTicket) attackers.push(await byUsedTicket(await room.seatByTicket(TICKET_PERSON), onLetIn))
    return new Attackers(attackers)
  }

  /** Has each kind made so often a second, one after the other and never two at once. */
  start(): void {
    let next = 0
    const everyMs = 1_000 / STRIKES_PER_SECOND / this.#attackers.length
    const startedAt = performance.now()
    this.#timer = setInterval(() => {
      // A timer that came late makes up for it.
      for (; startedAt + next * everyMs <= performance.now(); next++)
        this.#attackers[next % this.#attackers.length]?.strike()
    }, everyMs)
  }

  /** How often the rarest of those was made that this server has anything to do with. */
  rarest(): number {
    return Math.min(...this.#attackers.map((attacker) => attacker.made()))
  }

  /** How often each was made, in words. */
  tally(): string {
    return this.#attackers.map((attacker) => `${attacker.name} ${attacker.made()}`).join(', ')
  }

  stop(): void {
    clearInterval(this.#timer ?? undefined)
    for (const attacker of this.#attackers) attacker.stop()
  }
}

interface Order {
  readonly kind: (typeof ATTACKS)[number]
  readonly victim: Participant
  readonly first: number
}

/** Somebody who is followed by the next, as often as they are let. */
async function overOwnLines(room: BenchRoom, { kind, victim, first }: Order): Promise<Attacker> {
  const seats: Seat[] = []
  for (let person = first; person < first + PEOPLE_EACH; person++) seats.push(await room.seat(person))
  let [at, made] = [0, 0]
  const open = (): Participant | undefined => seats[at++ % PEOPLE_EACH]?.open({ takes: 'until-synced' })
  let line = open()
  await until('the attacker is there', () => line?.isSynced === true)
  return {
    name: kind,
    made: () => made,
    strike() {
      if (line?.closedWith !== null) {
        line?.stop()
        line = open()
      } else if (line.isSynced) {
        // What a server knows nothing of is made as often as one likes.
        made = line.attack({ kind, victim }) ? made + 1 : Infinity
      }
    },
    stop: () => line?.stop(),
  }
}

/** One person who opens socket after socket and reads from none. */
function overManyLines(seat: Seat): Attacker {
  const lines: Participant[] = []
  return {
    name: 'sockets',
    made: () => lines.length,
    strike() {
      for (let at = 0; at < SOCKETS_A_STRIKE; at++) lines.push(seat.open({ takes: 'nothing', stalls: true }))
    },
    stop: () => {
      for (const line of lines) line.stop()
    },
  }
}

/** Somebody who knocks with one ticket again and again. */
async function byUsedTicket(seat: Seat, onLetIn: () => void): Promise<Attacker> {
  const first = seat.open({ takes: 'until-synced' })
  await until('the ticket lets in once', () => first.isSynced)
  first.stop()
  const knocks: Participant[] = []
  return {
    name: 'used ticket',
    made: () => knocks.length,
    strike() {
      if (knocks.some(({ isSynced }) => isSynced)) onLetIn()
      knocks.push(seat.open({ takes: 'nothing' }))
    },
    stop: () => {
      for (const knock of knocks) knock.stop()
    },
  }
}
