import type { PersonId } from '@/lib/ids'
import { LIMITS } from '@/lib/sync/limits'
import { KeptUntilWhole } from './kept-until-whole'
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
  readonly #growth: TokenBucket
  readonly #little: TokenBucket
  readonly #states: TokenBucket
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
    this.#growth = new TokenBucket(LIMITS.GROWTH_STRUCTS_PER_SECOND, LIMITS.GROWTH_STRUCTS_AT_ONCE, now)
    const { LITTLE_GROWTH_STRUCTS_PER_SECOND, LITTLE_GROWTH_STRUCTS_AT_ONCE } = LIMITS
    this.#little = new TokenBucket(LITTLE_GROWTH_STRUCTS_PER_SECOND, LITTLE_GROWTH_STRUCTS_AT_ONCE, now)
    this.#states = new TokenBucket(LIMITS.STATE_BYTES_PER_SECOND, LIMITS.STATE_BYTES_AT_ONCE, now)
  }

  /** Counts something that came. */
  spend(what: Spending, amount: number, now: number): Verdict {
    if (this.#overSince !== null && this.#isCalm(now)) this.#overSince = null
    const waitMs = this.#buckets[what].spend(amount, now)
    if (waitMs === 0) return { waitMs, isHopeless: false }
    this.#overSince ??= now
    return { waitMs, isHopeless: now - this.#overSince > LIMITS.OVER_RATE_CUTOFF_MS }
  }

  #isCalm(now: number): boolean {
    return Object.values(this.#buckets).every((bucket) => bucket.isCalm(now))
  }

  /** Whether one more step2 that was asked for is taken whatever its size. */
  mayAnswer(now: number): boolean {
    return this.#answers.left(now) > 0
  }

  /** Counts such a step2. */
  countAnswer(now: number): void {
    this.#answers.take(now)
  }

  /** Counts by how many structs what came made a document larger. */
  grow(structs: number, now: number): void {
    this.#growth.spend(structs, now)
    this.#little.spendBounded(structs, now)
  }

  /** Whether so many structs more are so little that they wait for nothing that others write. */
  isLittle(structs: number, now: number): boolean {
    return structs <= this.#little.left(now)
  }

  /** Counts so many bytes of state that were told; answers with the ms for which no more are. */
  tell(bytes: number, now: number): number {
    return this.#states.spend(bytes, now)
  }

  /** How long what came before is still owed (ms): what it made documents grow, and its bytes before a large update. */
  owedMs(now: number, isLarge: boolean): number {
    return Math.max(this.#growth.spend(0, now), isLarge ? this.#buckets.updateBytes.spend(0, now) : 0)
  }

  /** Says whether nothing of it is spent. */
  isWhole(now: number): boolean {
    const others = [this.#answers, this.#growth, this.#little, this.#states]
    return [...Object.values(this.#buckets), ...others].every((bucket) => bucket.isFull(now))
  }
}

/** What all sockets of one person share, on all boards: a new socket is no new allowance, nor is another board. */
export class PersonAllowances extends KeptUntilWhole<PersonId, Allowance> {
  constructor() {
    super({
      begin: (now) => new Allowance(now, LIMITS.PERSON_RATE_TIMES),
      isWhole: (allowance, now) => allowance.isWhole(now),
    })
  }
}
