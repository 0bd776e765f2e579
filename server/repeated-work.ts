import type { Clock } from './sync/clock'

interface RepeatedWorkOptions {
  readonly clock: Clock
  /** So long after it was done it is done again. */
  readonly everyMs: number
  /** Never rejects. What takes long asks in between whether it is still to go on. */
  work(isRunning: () => boolean): Promise<void>
}

/** Does something at the start, in the background, and again and again until it is stopped. */
export class RepeatedWork {
  readonly #options: RepeatedWorkOptions
  #isRunning = false
  #cancel: () => void = () => undefined

  constructor(options: RepeatedWorkOptions) {
    this.#options = options
  }

  /** Harmless when called twice. */
  start(): void {
    if (this.#isRunning) return
    this.#isRunning = true
    void this.#do()
  }

  /** Does it no more. Harmless when called twice. */
  stop(): void {
    this.#isRunning = false
    this.#cancel()
  }

  async #do(): Promise<void> {
    const { clock, everyMs, work } = this.#options
    await work(() => this.#isRunning)
    if (this.#isRunning) this.#cancel = clock.after(everyMs, () => void this.#do())
  }
}
