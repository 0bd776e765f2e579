import { LIMITS } from '@/lib/sync/limits'

/** How far a message that has begun to come has got. One that never becomes whole would be kept in memory for ever. */
export class FrameWatch {
  #mark: { readonly bytes: number; readonly at: number } | null = null

  /** A message is whole: what comes from now on is another one. */
  reset(): void {
    this.#mark = null
  }

  /** Says whether the message of which so many bytes are here has hardly got on for too long; `at` in ms. */
  isStuck(bytes: number, at: number): boolean {
    if (bytes === 0) {
      this.reset()
      return false
    }
    const mark = this.#mark
    if (mark && bytes - mark.bytes < LIMITS.UNFINISHED_BYTES) return at - mark.at > LIMITS.UNFINISHED_MS
    this.#mark = { bytes, at }
    return false
  }
}
