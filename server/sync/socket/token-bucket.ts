/**
 * Counts something against a steady rate. What has come is never refused, only owed: the answer is how long to read
 * nothing more.
 */
export class TokenBucket {
  #tokens: number
  #at: number

  constructor(
    private readonly perSecond: number,
    private readonly burst: number,
    now: number,
  ) {
    this.#tokens = burst
    this.#at = now
  }

  /** Spends; answers with the milliseconds until the debt is paid, 0 where there is none. */
  spend(amount: number, now: number): number {
    this.#refill(now)
    this.#tokens -= amount
    return this.#tokens >= 0 ? 0 : Math.ceil((-this.#tokens / this.perSecond) * 1000)
  }

  /** Spends what others may have to pay for as well: no more than a burst is ever owed, whatever was spent. */
  spendBounded(amount: number, now: number): void {
    this.spend(amount, now)
    this.#tokens = Math.max(this.#tokens, -this.burst)
  }

  /** Spends so many where they are there; a refusal costs nothing. */
  take(now: number, amount = 1): boolean {
    this.#refill(now)
    if (this.#tokens < amount) return false
    this.#tokens -= amount
    return true
  }

  /** Says whether at least half of the burst is there again. */
  isCalm(now: number): boolean {
    this.#refill(now)
    return this.#tokens >= this.burst / 2
  }

  /** How many whole ones are there. */
  left(now: number): number {
    this.#refill(now)
    return Math.max(0, Math.floor(this.#tokens))
  }

  /** Says whether the whole burst is there: nothing is owed to remembering this bucket. */
  isFull(now: number): boolean {
    this.#refill(now)
    return this.#tokens === this.burst
  }

  #refill(now: number): void {
    const elapsed = Math.max(0, now - this.#at)
    this.#tokens = Math.min(this.burst, this.#tokens + (elapsed / 1000) * this.perSecond)
    this.#at = now
  }
}
