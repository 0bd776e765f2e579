import { LIMITS } from '@/lib/sync/limits'
import type { Clock } from './clock'

/** How far apart the ticks of a room with so many connections are, in ms. */
export function toTickMs(connections: number): number {
  if (connections >= LIMITS.TICK_CROWDED_CONNECTIONS) return LIMITS.TICK_CROWDED_MS
  return connections >= LIMITS.TICK_BUSY_CONNECTIONS ? LIMITS.TICK_BUSY_MS : LIMITS.TICK_MS
}

interface TickLoopOptions {
  readonly clock: Clock
  intervalMs(): number
  run(): void
}

/** Runs a tick when there is work, at once after a pause and at even distances under load. Idle, nothing runs. */
export class TickLoop {
  readonly #options: TickLoopOptions
  #cancel: (() => void) | null = null
  #cancelLater: () => void = () => undefined
  #lastAt = -Infinity
  #isStopped = false

  constructor(options: TickLoopOptions) {
    this.#options = options
  }

  /** Says that there is work. */
  wake(): void {
    if (this.#cancel || this.#isStopped) return
    const { clock, intervalMs } = this.#options
    const delayMs = Math.max(0, Math.min(intervalMs(), this.#lastAt + intervalMs() - clock.now()))
    this.#cancel = clock.after(delayMs, () => this.#tick())
  }

  /** Says that there will be work at this time (clock ms), unless a tick comes before; that one may say so again. */
  wakeAt(at: number): void {
    if (this.#cancel || this.#isStopped) return
    this.#cancelLater()
    const { clock } = this.#options
    this.#cancelLater = clock.after(Math.max(0, at - clock.now()), () => this.wake())
  }

  /** Runs no further tick, whoever wakes it. */
  stop(): void {
    this.#isStopped = true
    this.#cancelLater()
    this.#cancel?.()
    this.#cancel = null
  }

  #tick(): void {
    this.#cancel = null
    this.#cancelLater()
    this.#lastAt = this.#options.clock.now()
    this.#options.run()
  }
}
