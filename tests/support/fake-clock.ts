import type { Clock } from '@/server/sync/clock'

interface Timer {
  at: number
  readonly run: () => void
}

/** A clock that stands still until the test moves it. */
export class FakeClock implements Clock {
  #now: number
  #timers: Timer[] = []

  constructor(now = 1_700_000_000_000) {
    this.#now = now
  }

  now(): number {
    return this.#now
  }

  after(delayMs: number, run: () => void): () => void {
    const timer = { at: this.#now + delayMs, run }
    this.#timers.push(timer)
    return () => (this.#timers = this.#timers.filter((other) => other !== timer))
  }

  /** How many timers wait. */
  get waiting(): number {
    return this.#timers.length
  }

  /** Somebody sets the clock of the machine back; timers count what passes. */
  setBack(ms: number): void {
    this.#now -= ms
    for (const timer of this.#timers) timer.at -= ms
  }

  /** Moves time on and runs what falls due, in order; promises settle in between. */
  async advance(ms: number): Promise<void> {
    const end = this.#now + ms
    await settlePromises()
    for (let next = this.#next(end); next; next = this.#next(end)) {
      this.#timers = this.#timers.filter((timer) => timer !== next)
      this.#now = Math.max(this.#now, next.at)
      next.run()
      await settlePromises()
    }
    this.#now = end
  }

  #next(end: number): Timer | undefined {
    return this.#timers.filter(({ at }) => at <= end).sort((one, other) => one.at - other.at)[0]
  }
}

/** Lets everything that waits for nothing but promises go on. */
async function settlePromises(): Promise<void> {
  for (let round = 0; round < 3; round++) await new Promise<void>((resolve) => setImmediate(resolve))
}
