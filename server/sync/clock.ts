/** Time and timers. Passed in, so that tests control them. */
export interface Clock {
  /** Unix milliseconds. */
  now(): number
  /** Runs something once after so many milliseconds; the answer cancels it, harmlessly also afterwards. */
  after(delayMs: number, run: () => void): () => void
}
