import { AppError, type ErrorCode } from '@/lib/errors'
import { KeptUntilWhole } from '../../sync/socket/kept-until-whole'
import { TokenBucket } from '../../sync/socket/token-bucket'

/** So much of something for each key within a time, or all at once. */
export interface KeyedLimit<Key> {
  /** Takes one, or so many; refuses with the code of the limit where this key has fewer left. */
  take(key: Key, amount?: number): void
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
  const buckets = new KeptUntilWhole<Key, TokenBucket>({
    begin: (at) => new TokenBucket(perSecond, count, at),
    isWhole: (bucket, at) => bucket.isFull(at),
  })
  return {
    take(key, amount) {
      const at = now()
      if (!buckets.of(key, at).take(at, amount)) throw new AppError(code, logMessage)
    },
    hasLeft(key) {
      return (buckets.known(key)?.left(now()) ?? count) >= 1
    },
    spend(key, amount) {
      const at = now()
      buckets.of(key, at).spend(amount, at)
    },
  }
}
