import type { BoardId, PersonId } from '@/lib/ids'
import { LIMITS } from '@/lib/sync/limits'
import type { Clock } from '../clock'
import { TokenBucket } from '../socket/token-bucket'

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
  /** How often each person may still connect, on all boards together. */
  readonly #everywhere = new Map<PersonId, TokenBucket>()
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
    const everywhere = this.#everywhereOf(personId)
    return (
      now >= waitsUntil(visits) &&
      everywhere.left(now) > 0 &&
      visits.connects.take(now) &&
      everywhere.take(now)
    )
  }

  /** Says whether `mayConnect` would answer no, and counts nothing. */
  turnsAway(boardId: BoardId, personId: PersonId): boolean {
    const now = this.#clock.now()
    if (this.#everywhere.get(personId)?.left(now) === 0) return true
    const visits = this.#visits.get(keyOf(boardId, personId))
    if (!visits) return false
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

  #everywhereOf(personId: PersonId): TokenBucket {
    const { CONNECTS_IN_ALL_PER_SECOND, CONNECTS_IN_ALL_AT_ONCE } = LIMITS
    const known = this.#everywhere.get(personId)
    if (known) return known
    const bucket = new TokenBucket(CONNECTS_IN_ALL_PER_SECOND, CONNECTS_IN_ALL_AT_ONCE, this.#clock.now())
    this.#everywhere.set(personId, bucket)
    return bucket
  }

  #sweep(now: number): void {
    if (now - this.#sweptAt < LIMITS.SWEEP_EVERY_MS) return
    this.#sweptAt = now
    for (const [key, visits] of this.#visits) {
      if (isForgotten(visits, now) && visits.connects.isCalm(now)) this.#visits.delete(key)
    }
    for (const [personId, bucket] of this.#everywhere)
      if (bucket.isFull(now)) this.#everywhere.delete(personId)
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
