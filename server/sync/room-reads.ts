import type { BoardDocument } from '@/lib/board/layout'
import { AppError } from '@/lib/errors'
import type { LiveDocument } from './document/live-document'

interface RoomReadsOptions {
  readonly document: LiveDocument
  /** Whether the room is closed or broken. */
  hasEnded(): boolean
}

/** What is read of a room for requests. */
export class RoomReads {
  readonly #options: RoomReadsOptions

  constructor(options: RoomReadsOptions) {
    this.#options = options
  }

  /** Reads the document as it is on disk; while saving fails, as it is in memory. */
  read<Value>(run: (board: BoardDocument) => Value): Promise<Value> {
    const { document, hasEnded } = this.#options
    return new Promise((resolve, reject) => {
      const answer = (): void => {
        if (hasEnded()) return reject(roomHasEnded())
        try {
          resolve(run(document.board))
        } catch (cause) {
          reject(cause instanceof Error ? cause : new Error('reading failed', { cause }))
        }
      }
      if (document.isFailing || hasEnded()) answer()
      else document.whenAtRest(answer)
    })
  }
}

/** Why a room that is closed or broken answers nothing: a call that waited there would wait for ever, and keep it. */
export function roomHasEnded(): AppError {
  return new AppError('restarting', 'the room has ended, the board is loaded afresh')
}
