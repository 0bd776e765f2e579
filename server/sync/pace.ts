import { LIMITS } from '@/lib/sync/limits'
import type { Clock } from './clock'

/** Does what takes long in short stretches, between which whatever else waits in this process has its turn. */
export class Pace {
  readonly #clock: Pick<Clock, 'now'>
  readonly #letOthers: () => Promise<void>
  /** How long it has worked. */
  busyMs = 0

  constructor(clock: Pick<Clock, 'now'>, letOthers: () => Promise<void> = nextTurn) {
    this.#clock = clock
    this.#letOthers = letOthers
  }

  /** Runs all of these steps and answers with what they do. */
  async run<Value>(steps: Generator<void, Value>): Promise<Value> {
    for (;;) {
      const from = this.#clock.now()
      const step = runStretch(steps, this.#clock)
      this.busyMs += Math.max(0, this.#clock.now() - from)
      if (step.done) return step.value
      await this.#letOthers()
    }
  }

  /** Does what cannot be cut, and lets others have their turn after it. */
  async do<Value>(work: () => Value): Promise<Value> {
    const from = this.#clock.now()
    const value = work()
    const tookMs = Math.max(0, this.#clock.now() - from)
    this.busyMs += tookMs
    if (tookMs >= LIMITS.LOAD_STRETCH_MS) await this.#letOthers()
    return value
  }
}

/** Runs steps for as long as others may be kept waiting at once; answers with the last of them. */
export function runStretch<Value>(
  steps: Generator<void, Value>,
  clock: Pick<Clock, 'now'>,
): IteratorResult<void, Value> {
  const from = clock.now()
  for (;;) {
    const step = steps.next()
    // A clock set back is not waited for.
    if (step.done || Math.abs(clock.now() - from) >= LIMITS.LOAD_STRETCH_MS) return step
  }
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
