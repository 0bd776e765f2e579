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

  /** Takes an operation; the promise is settled by whoever takes it out again. */
  push(author: Author, run: (board: BoardDocument) => Step): Promise<Applied> {
    return new Promise((resolve, reject) => this.#waiting.push({ author, run, resolve, reject }))
  }

  /** Takes all of them out, the oldest first. */
  takeAll(): readonly Operation[] {
    return this.#waiting.splice(0)
  }

  /** Refuses all of them. */
  refuse(reason: AppError): void {
    for (const operation of this.takeAll()) operation.reject(reason)
  }
}
