import type { BoardDocument } from '@/lib/board/layout'
import { AppError } from '@/lib/errors'
import { runAtOnce } from '@/lib/run-at-once'
import type { DocumentSize } from './document/growth/document-size'
import type { LiveDocument } from './document/live-document'
import type { StillReading } from './document/pieces/still-reading'

/** What is read of a board, cut into steps. */
export type ReadSteps<Value> = (board: BoardDocument) => Generator<void, Value>

interface RoomReadsOptions {
  readonly document: LiveDocument
  readonly size: DocumentSize
  readonly still: StillReading
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

  /** The same in steps, which a large document is read in between which everything else has its turn. */
  async readInPieces<Value>(steps: ReadSteps<Value>): Promise<Value> {
    const { document, size, still, hasEnded } = this.#options
    if (size.isHeavy() && !hasEnded()) {
      const read = await still.run(() => wrapped(steps(document.board)))
      if (read) return read.value
    }
    return this.read((board) => runAtOnce(steps(board)))
  }
}

/** Why a room that is closed or broken answers nothing. */
export function roomHasEnded(): AppError {
  return new AppError('restarting', 'the room has ended, the board is loaded afresh')
}

function* wrapped<Value>(steps: Generator<void, Value>): Generator<void, { readonly value: Value }> {
  return { value: yield* steps }
}
