import type { PersonId } from '@/lib/ids'
import { LIMITS } from '@/lib/sync/limits'
import { TokenBucket } from '../socket/token-bucket'

const PER_SECOND = (LIMITS.CLIENT_IDS_PER_PERSON / LIMITS.CLIENT_IDS_PER_PERSON_MS) * 1000

/** How many Yjs client ids each person may still begin to use on one board: so many a day, and fewer at once. */
export class IdAllowance {
  readonly #buckets = new Map<PersonId, TokenBucket>()

  /** How many more ids this person may begin to use now. */
  left(personId: PersonId, now: number): number {
    return this.#buckets.get(personId)?.left(now) ?? LIMITS.CLIENT_IDS_AT_ONCE
  }

  /** This person begins to use so many ids. */
  spend(personId: PersonId, count: number, now: number): void {
    const bucket = this.#buckets.get(personId) ?? new TokenBucket(PER_SECOND, LIMITS.CLIENT_IDS_AT_ONCE, now)
    this.#buckets.set(personId, bucket)
    bucket.spend(count, now)
  }

  /** Says whether nobody's use of ids matters any more. */
  isWhole(now: number): boolean {
    return [...this.#buckets.values()].every((bucket) => bucket.isFull(now))
  }
}
