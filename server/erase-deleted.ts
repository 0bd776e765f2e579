import { lostUntil } from '@/lib/access/restorable'
import { DAY_MS } from '@/lib/time-spans'
import type { Log } from './log'
import { RepeatedWork } from './repeated-work'
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
  readonly #work: RepeatedWork

  constructor(options: EraserOptions) {
    this.#options = options
    const work = (isRunning: () => boolean): Promise<void> => this.#erase(isRunning)
    this.#work = new RepeatedWork({ clock: options.clock, everyMs: DAY_MS, work })
  }

  /** Begins in the background. Harmless when called twice. */
  start(): void {
    this.#work.start()
  }

  /** Erases no further board. Harmless when called twice. */
  stop(): void {
    this.#work.stop()
  }

  async #erase(isRunning: () => boolean): Promise<void> {
    const { storage, clock, log } = this.#options
    try {
      // One at a time: what people write meanwhile waits for no more than one board.
      while (isRunning()) {
        const boardId = await storage.eraseDeletedBoard(lostUntil(clock.now()))
        if (boardId === null) break
        log.info('board.erased', { boardId })
      }
    } catch (cause) {
      log.warn('storage.failed', { cause })
    }
  }
}
