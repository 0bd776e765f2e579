import { AppError } from '@/lib/errors'
import type { PersonId } from '@/lib/ids'
import { LIMITS } from '@/lib/sync/limits'
import { toArea } from '../limits/sender-address'
import type { Asking } from './queue/asking'
import { LastTurns } from './queue/last-turns'

/** What is taken in at once: nobody's uploads, whole or cut off, may fill the memory or take all the turns. */
export interface UploadTurns {
  /**
   * Runs this when it is its turn; refuses with `overloaded` where that does not come in time, or too many of this
   * person wait already, or where what this is done in, if anything, ends before its turn comes. The signal that is
   * handed on ends a turn that lasts while others wait, where turns have such an end.
   */
  inTurn<Value>(
    personId: PersonId,
    run: (turn: AbortSignal) => Promise<Value>,
    within?: AbortSignal,
  ): Promise<Value>
}

interface TurnLimits {
  readonly perPerson: number
  readonly inAll: number
  readonly waitAtMostMs: number
  /** How many of one person may wait at the same time. */
  readonly waitingPerPerson: number
  /** After so long the oldest turn ends as soon as somebody waits for it: whoever is slow keeps nobody out. */
  readonly lastsMs?: number
}

interface Uploader {
  readonly area: string
  readonly network: string
  readonly personId: PersonId
}

interface Waiting extends Uploader {
  readonly begin: (turn: Turn) => void
}

interface Turn extends Uploader {
  readonly since: number
  readonly end: AbortController
}

/** By what turns are counted, one after the other: whoever holds an area makes up networks, and anybody people. */
const COUNTED_BY = ['area', 'network', 'personId'] as const
const REMEMBERED = { atMost: LIMITS.LAST_TURNS_KEPT, forMs: LIMITS.LAST_TURNS_MS }

/**
 * Makes so many turns at once. Whose area has fewest of them comes next, in it whose network, and in it the person with
 * fewest; of those with as few, whose last turn lies furthest back.
 */
export function createUploadTurns(asking: Pick<Asking, 'asker'>, limits: TurnLimits): UploadTurns {
  return new Turns(asking, limits)
}

class Turns implements UploadTurns {
  readonly #asking: Pick<Asking, 'asker'>
  readonly #limits: TurnLimits
  /** The oldest first. */
  readonly #running = new Set<Turn>()
  readonly #last = COUNTED_BY.map((whose) => ({ whose, turns: new LastTurns(REMEMBERED) }))
  /** The longest waiting first. */
  #waiting: Waiting[] = []
  #hurrying: ReturnType<typeof setTimeout> | undefined

  constructor(asking: Pick<Asking, 'asker'>, limits: TurnLimits) {
    this.#asking = asking
    this.#limits = limits
  }

  async inTurn<Value>(
    personId: PersonId,
    run: (turn: AbortSignal) => Promise<Value>,
    within?: AbortSignal,
  ): Promise<Value> {
    const turn = await this.#takeTurn(personId, within)
    try {
      return await run(turn.end.signal)
    } finally {
      this.#running.delete(turn)
      this.#note(turn)
      this.#letIn()
    }
  }

  #takeTurn(personId: PersonId, within: AbortSignal | undefined): Promise<Turn> {
    const { waitAtMostMs, waitingPerPerson } = this.#limits
    if (this.#waiting.filter((one) => one.personId === personId).length >= waitingPerPerson)
      return Promise.reject(new AppError('overloaded', 'too many of one person wait for a turn'))
    if (within?.aborted)
      return Promise.reject(new AppError('overloaded', 'ended before it waited for a turn'))
    return new Promise((resolve, reject) => {
      const leave = (reason: string): void => {
        stopWaiting()
        this.#waiting = this.#waiting.filter((one) => one !== mine)
        reject(new AppError('overloaded', reason))
      }
      const crowdOut = (): void => leave('ended while it waited for a turn')
      const overdue = setTimeout(() => leave('waited too long for a turn'), waitAtMostMs)
      const stopWaiting = (): void => {
        clearTimeout(overdue)
        within?.removeEventListener('abort', crowdOut)
      }
      const begin = (turn: Turn): void => {
        stopWaiting()
        resolve(turn)
      }
      const { network } = this.#asking.asker()
      const mine: Waiting = { area: toArea(network), network, personId, begin }
      within?.addEventListener('abort', crowdOut)
      this.#waiting.push(mine)
      this.#letIn()
    })
  }

  #letIn(): void {
    clearTimeout(this.#hurrying)
    for (let next = this.#findNext(); next !== undefined; next = this.#findNext()) {
      if (this.#running.size >= this.#limits.inAll) return this.#endOldest()
      const { begin, ...whose } = next
      this.#waiting = this.#waiting.filter((one) => one !== next)
      const turn = { ...whose, since: performance.now(), end: new AbortController() }
      this.#running.add(turn)
      this.#note(turn)
      begin(turn)
    }
  }

  #note(turn: Turn): void {
    for (const { whose, turns } of this.#last) turns.note(turn[whose], performance.now())
  }

  /** The longest waiting of those with the first claim. */
  #findNext(): Waiting | undefined {
    const layers = this.#last.map((layer) => ({ ...layer, counts: countBy(this.#running, layer.whose) }))
    /** Lower where the claim is better; compared from the first number on. */
    const claimOf = (one: Waiting): number[] =>
      layers.flatMap(({ whose, turns, counts }) => [counts.get(one[whose]) ?? 0, turns.placeOf(one[whose])])
    let first: { readonly one: Waiting; readonly claim: readonly number[] } | undefined
    for (const one of this.#listEligible()) {
      const claim = claimOf(one)
      if (!first || isLower(claim, first.claim)) first = { one, claim }
    }
    return first?.one
  }

  #listEligible(): Waiting[] {
    const people = countBy(this.#running, 'personId')
    return this.#waiting.filter(({ personId }) => (people.get(personId) ?? 0) < this.#limits.perPerson)
  }

  /** Ends as many turns as there are who wait. One that was told to end may take its time, and makes nobody else wait. */
  #endOldest(): void {
    const { lastsMs = Infinity } = this.#limits
    if (lastsMs === Infinity) return
    const going = [...this.#running].filter(({ end }) => !end.signal.aborted)
    const oldest = oldestOfMost(going)
    if (!oldest || this.#running.size - going.length >= this.#listEligible().length) return
    const leftMs = oldest.since + lastsMs - performance.now()
    if (leftMs > 0) return void (this.#hurrying = setTimeout(() => this.#letIn(), leftMs))
    oldest.end.abort()
    this.#endOldest()
  }
}

/** The oldest of the person with most turns, in the network with most, in the area with most. */
function oldestOfMost(turns: readonly Turn[]): Turn | undefined {
  let most = turns
  for (const whose of COUNTED_BY) {
    const counts = countBy(most, whose)
    const highest = Math.max(...counts.values())
    const fullest = most.find((turn) => counts.get(turn[whose]) === highest)?.[whose]
    most = most.filter((turn) => turn[whose] === fullest)
  }
  return most[0]
}

/** How many turns each person, network or area has. */
function countBy(turns: Iterable<Turn>, whose: keyof Uploader): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const turn of turns) counts.set(turn[whose], (counts.get(turn[whose]) ?? 0) + 1)
  return counts
}

/** Whether the first number in which they differ is lower. */
function isLower(claim: readonly number[], than: readonly number[]): boolean {
  const at = claim.findIndex((number, index) => number !== than[index])
  return at >= 0 && (claim[at] ?? 0) < (than[at] ?? 0)
}
