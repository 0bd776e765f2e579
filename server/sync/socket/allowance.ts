import type { PersonId } from '@/lib/ids'
import { LIMITS } from '@/lib/sync/limits'
import { TokenBucket } from './token-bucket'

/** What a connection is counted for. */
export type Spending =
  'frames' | 'updates' | 'updateBytes' | 'presence' | 'presenceBytes' | 'lane' | 'laneBytes'

/** How long to stop reading (ms, 0: not at all), and whether this has gone on for too long. */
export interface Verdict {
  readonly waitMs: number
  readonly isHopeless: boolean
}

/** The rates of one sender: who exceeds them is read more slowly, who keeps exceeding them is cut off. */
export class Allowance {
  readonly #buckets: Record<Spending, TokenBucket>
  readonly #answers: TokenBucket
  #overSince: number | null = null

  /** `times` is how many times the rates of one connection these are. */
  constructor(now: number, times = 1) {
    const bucket = (perSecond: number, burst: number): TokenBucket =>
      new TokenBucket(perSecond * times, burst * times, now)
    const steady = (perSecond: number): TokenBucket => bucket(perSecond, perSecond * LIMITS.BURST_S)
    this.#buckets = {
      frames: steady(LIMITS.FRAMES_PER_SECOND),
      updates: steady(LIMITS.UPDATES_PER_SECOND),
      updateBytes: bucket(LIMITS.UPDATE_BYTES_PER_SECOND, LIMITS.UPDATE_BYTES),
      presence: steady(LIMITS.PRESENCE_FRAMES_PER_SECOND),
      presenceBytes: steady(LIMITS.PRESENCE_BYTES_PER_SECOND),
      lane: steady(LIMITS.LANE_FRAMES_PER_SECOND),
      laneBytes: steady(LIMITS.LANE_BYTES_PER_SECOND),
    }
    this.#answers = bucket(LIMITS.ANSWERS_PER_MINUTE / 60, LIMITS.ANSWERS_PER_MINUTE)
  }

  /** Counts something that came. */
  spend(what: Spending, amount: number, now: number): Verdict {
    if (Object.values(this.#buckets).every((bucket) => bucket.isCalm(now))) this.#overSince = null
    const waitMs = this.#buckets[what].spend(amount, now)
    if (waitMs === 0) return { waitMs, isHopeless: false }
    this.#overSince ??= now
    return { waitMs, isHopeless: now - this.#overSince > LIMITS.OVER_RATE_CUTOFF_MS }
  }

  /** Whether one more step2 that was asked for is taken whatever its size. */
  mayAnswer(now: number): boolean {
    return this.#answers.left(now) > 0
  }

  /** Counts such a step2. */
  countAnswer(now: number): void {
    this.#answers.take(now)
  }

  /** How long what came before is still owed (ms). */
  owedMs(what: Spending, now: number): number {
    return this.#buckets[what].spend(0, now)
  }
}

/** What all sockets of one person on one board share, kept while the room lives: a new socket is no new allowance. */
export class PersonAllowances {
  readonly #allowances = new Map<PersonId, Allowance>()

  /** The shared allowance of this person, made on first use. */
  of(personId: PersonId, now: number): Allowance {
    const allowance = this.#allowances.get(personId) ?? new Allowance(now, LIMITS.PERSON_RATE_TIMES)
    this.#allowances.set(personId, allowance)
    return allowance
  }
}
