import { LIMITS } from '@/lib/sync/limits'
import type { Clock } from '../clock'
import { restAfter } from './rest-after'

/**
 * Writes down boards that are let go of one after the other: many that were left at one moment would keep all others
 * waiting. After as much as a stretch of loading may take, twice as long as it took is left to everything else.
 */
export class UnloadTurns {
  readonly #clock: Clock
  #last: Promise<void> = Promise.resolve()
  #busyMs = 0

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** Does this when it is its turn, and settles as it does. Only what it does before it waits for the disk keeps the next. */
  inTurn(work: () => Promise<void>): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#last = this.#last.then(() => {
        const from = this.#clock.now()
        work().then(resolve, reject)
        this.#busyMs += Math.max(0, this.#clock.now() - from)
        return this.#rest()
      })
    })
  }

  async #rest(): Promise<void> {
    if (this.#busyMs < LIMITS.LOAD_STRETCH_MS) return
    const busyMs = this.#busyMs
    this.#busyMs = 0
    await restAfter(this.#clock, busyMs)
  }
}
