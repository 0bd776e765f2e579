import { AppError, type ErrorCode } from '@/lib/errors'
import { LIMITS } from '@/lib/sync/limits'
import { TokenBucket } from '../../sync/socket/token-bucket'

/** So much of something for each key within a time, or all at once. */
export interface KeyedLimit<Key> {
  /** Takes one; refuses with the code of the limit where this key has none left. */
  take(key: Key): void
  /** Whether this key has any left. */
  hasLeft(key: Key): boolean
  /** Counts so many, whether this key has them left or not. */
  spend(key: Key, amount: number): void
}

/** How much of it, and what is said where there is none left. */
export interface KeyedLimitOptions {
  readonly count: number
  readonly withinMs: number
  /** What a person is told who has none left. */
  readonly code: ErrorCode
  /** The same for the log. */
  readonly logMessage: string
  /** Unix milliseconds. */
  now(): number
}

/** Makes a limit; keys that have all of theirs again are forgotten. */
export function createKeyedLimit<Key>(options: KeyedLimitOptions): KeyedLimit<Key> {
  const { count, withinMs, code, logMessage, now } = options
  const perSecond = (count / withinMs) * 1000
  const buckets = new Map<Key, TokenBucket>()
  let sweptAt = now()
  const sweep = (at: number): void => {
    if (at - sweptAt < LIMITS.SWEEP_EVERY_MS) return
    sweptAt = at
    for (const [key, bucket] of buckets) if (bucket.isFull(at)) buckets.delete(key)
  }
  const bucketOf = (key: Key, at: number): TokenBucket => {
    const bucket = buckets.get(key) ?? new TokenBucket(perSecond, count, at)
    buckets.set(key, bucket)
    return bucket
  }
  return {
    take(key) {
      const at = now()
      sweep(at)
      if (!bucketOf(key, at).take(at)) throw new AppError(code, logMessage)
    },
    hasLeft(key) {
      return (buckets.get(key)?.left(now()) ?? count) >= 1
    },
    spend(key, amount) {
      const at = now()
      bucketOf(key, at).spend(amount, at)
    },
  }
}
