import type { BoardId, PersonId } from '@/lib/ids'
import { LIMITS } from '@/lib/sync/limits'
import type { Clock } from './clock'
import { TokenBucket } from './socket/token-bucket'

/** What is remembered of one person at one board. */
interface Visits {
  readonly connects: TokenBucket
  offences: number
  offendedAt: number
}

/** Keeps people from connecting over and over: too often, or after what they were put out for. */
export class Doorkeeper {
  readonly #clock: Clock
  readonly #visits = new Map<string, Visits>()
  #sweptAt: number

  constructor(clock: Clock) {
    this.#clock = clock
    this.#sweptAt = clock.now()
  }

  /** Says whether this person may connect now. A refusal is not counted: whoever waits gets in. */
  mayConnect(boardId: BoardId, personId: PersonId): boolean {
    const now = this.#clock.now()
    this.#sweep(now)
    const visits = this.#visitsOf(boardId, personId)
    return now >= waitsUntil(visits) && visits.connects.take(now)
  }

  /** Says whether `mayConnect` would answer no, and counts nothing. */
  turnsAway(boardId: BoardId, personId: PersonId): boolean {
    const visits = this.#visits.get(keyOf(boardId, personId))
    if (!visits) return false
    const now = this.#clock.now()
    return now < waitsUntil(visits) || visits.connects.left(now) === 0
  }

  /** Notes that this person was put out for what no working client sends. */
  noteOffence(boardId: BoardId, personId: PersonId): void {
    const now = this.#clock.now()
    const visits = this.#visitsOf(boardId, personId)
    if (isForgotten(visits, now)) visits.offences = 0
    visits.offences += 1
    visits.offendedAt = now
  }

  #visitsOf(boardId: BoardId, personId: PersonId): Visits {
    const key = keyOf(boardId, personId)
    const known = this.#visits.get(key)
    if (known) return known
    const connects = new TokenBucket(LIMITS.CONNECTS_PER_SECOND, LIMITS.CONNECTS_AT_ONCE, this.#clock.now())
    const visits = { connects, offences: 0, offendedAt: -Infinity }
    this.#visits.set(key, visits)
    return visits
  }

  #sweep(now: number): void {
    if (now - this.#sweptAt < LIMITS.SWEEP_EVERY_MS) return
    this.#sweptAt = now
    for (const [key, visits] of this.#visits) {
      if (isForgotten(visits, now) && visits.connects.isCalm(now)) this.#visits.delete(key)
    }
  }
}

function keyOf(boardId: BoardId, personId: PersonId): string {
  return `${boardId} ${personId}`
}

function waitsUntil({ offences, offendedAt }: Visits): number {
  if (offences <= LIMITS.OFFENCES_FORGIVEN) return -Infinity
  const waitMs = LIMITS.OFFENCE_WAIT_MS * 2 ** (offences - LIMITS.OFFENCES_FORGIVEN - 1)
  return offendedAt + Math.min(waitMs, LIMITS.OFFENCE_WAIT_MOST_MS)
}

function isForgotten({ offendedAt }: Visits, now: number): boolean {
  return now - offendedAt > LIMITS.OFFENCES_FORGOTTEN_MS
}
