import { lostUntil } from '@/lib/access/restorable'
import { DAY_MS } from '@/lib/time-spans'
import type { Log } from './log'
import type { BoardStorage } from './storage/board-storage'
import type { Clock } from './sync/clock'

interface EraserOptions {
  readonly storage: Pick<BoardStorage, 'eraseDeletedBoard'>
  readonly clock: Clock
  readonly log: Log
}

/** Erases boards that were deleted too long ago to be brought back: at the start, then once a day. */
export class Eraser {
  readonly #options: EraserOptions
  #isRunning = false
  #cancel: () => void = () => undefined

  constructor(options: EraserOptions) {
    this.#options = options
  }

  /** Begins in the background. Harmless when called twice. */
  start(): void {
    if (this.#isRunning) return
    this.#isRunning = true
    void this.#erase()
  }

  /** Erases no further board. Harmless when called twice. */
  stop(): void {
    this.#isRunning = false
    this.#cancel()
  }

  async #erase(): Promise<void> {
    const { storage, clock, log } = this.#options
    try {
      // One at a time: what people write meanwhile waits for no more than one board.
      while (this.#isRunning) {
        const boardId = await storage.eraseDeletedBoard(lostUntil(clock.now()))
        if (boardId === null) break
        log.info('board.erased', { boardId })
      }
    } catch (cause) {
      log.warn('storage.failed', { cause })
    }
    if (this.#isRunning) this.#cancel = clock.after(DAY_MS, () => void this.#erase())
  }
}
