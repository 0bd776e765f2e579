import { LIMITS } from '@/lib/sync/limits'
import { TokenBucket } from './token-bucket'

/** What a connection is counted for. */
export type Spending = 'frames' | 'updates' | 'updateBytes' | 'presence' | 'lane'

/** How long to stop reading (ms, 0: not at all), and whether this has gone on for too long. */
export interface Verdict {
  readonly waitMs: number
  readonly isHopeless: boolean
}

const BURST_S = 2

/** The rates of one connection: who exceeds them is read more slowly, who keeps exceeding them is cut off. */
export class Allowance {
  readonly #buckets: Record<Spending, TokenBucket>
  #overSince: number | null = null

  constructor(now: number) {
    const steady = (perSecond: number): TokenBucket => new TokenBucket(perSecond, perSecond * BURST_S, now)
    this.#buckets = {
      frames: steady(LIMITS.FRAMES_PER_SECOND),
      updates: steady(LIMITS.UPDATES_PER_SECOND),
      updateBytes: new TokenBucket(LIMITS.UPDATE_BYTES_PER_SECOND, LIMITS.UPDATE_BYTES, now),
      presence: steady(LIMITS.PRESENCE_FRAMES_PER_SECOND),
      lane: steady(LIMITS.LANE_FRAMES_PER_SECOND),
    }
  }

  /** Counts something that came. */
  spend(what: Spending, amount: number, now: number): Verdict {
    if (Object.values(this.#buckets).every((bucket) => bucket.isCalm(now))) this.#overSince = null
    const waitMs = this.#buckets[what].spend(amount, now)
    if (waitMs === 0) return { waitMs, isHopeless: false }
    this.#overSince ??= now
    return { waitMs, isHopeless: now - this.#overSince > LIMITS.OVER_RATE_CUTOFF_MS }
  }
}
