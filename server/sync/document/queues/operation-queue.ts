import type { BoardDocument } from '@/lib/board/layout'
import type { Author, Step } from '@/lib/board/step'
import type { AppError } from '@/lib/errors'
import type { Applied, Operation } from './operation'

/** What the server is to do to a board and no tick has done yet. */
export class OperationQueue {
  #waiting: Operation[] = []

  get length(): number {
    return this.#waiting.length
  }

  /** Takes an operation; the promise is settled by whoever runs it, or as it is refused. */
  push(author: Author, run: (board: BoardDocument) => Step): Promise<Applied> {
    return new Promise((resolve, reject) => this.#waiting.push({ author, run, resolve, reject }))
  }

  /** Takes out one after the other, the oldest first. Where this throws, that one is rejected, and those behind it wait. */
  runEach(run: (operation: Operation) => void): void {
    for (let next = this.#waiting.shift(); next; next = this.#waiting.shift()) {
      try {
        run(next)
      } catch (cause) {
        next.reject(cause)
        throw cause
      }
    }
  }

  /** Refuses all of them. */
  refuse(reason: AppError): void {
    for (const operation of this.#waiting.splice(0)) operation.reject(reason)
  }
}
