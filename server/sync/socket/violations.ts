import { LIMITS } from '@/lib/sync/limits'

/** What came of counting: nothing yet, one of the offences that are forgiven a few times, or the end of the connection. */
type Verdict = 'none' | 'offence' | 'end'

/** Counts what one connection sends that no honest client would. */
export class Violations {
  #count = 0
  /** What of one message did not count since the last offence, and when that made one. */
  #forgiven = 0
  #offencesAt: readonly number[] = []
  /** When a right was taken away last. */
  #pardonedAt = -Infinity

  /**
   * Counts so many, and what of them does not count. Once the latter is an offence it may be a page whose rules are
   * older; but all of it is put back and told to everybody, so nobody may go on with it.
   */
  add(count: number, forgiven: number, now: number): Verdict {
    if (Math.abs(now - this.#pardonedAt) < LIMITS.ROLE_UNHEARD_MS) return 'none'
    this.#count += count
    this.#forgiven += forgiven
    const isOffence = this.#forgiven > LIMITS.VIOLATIONS
    if (isOffence && this.#noteOffence(now) > LIMITS.OFFENCES_FORGIVEN) return 'end'
    if (this.#count > LIMITS.VIOLATIONS) return 'end'
    return isOffence ? 'offence' : 'none'
  }

  /** A right was taken away, which its sender has yet to hear: what is under way counts for nothing. */
  pardon(now: number): void {
    this.#pardonedAt = now
  }

  /** Answers with how many offences there were lately, this one included. */
  #noteOffence(now: number): number {
    const isFresh = (at: number): boolean => Math.abs(now - at) < LIMITS.OFFENCES_FORGOTTEN_MS
    this.#forgiven = 0
    this.#offencesAt = [...this.#offencesAt.filter(isFresh), now]
    return this.#offencesAt.length
  }
}
