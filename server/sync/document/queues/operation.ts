import * as Y from 'yjs'
import type { BoardDocument } from '@/lib/board/layout'
import type { Author, Step } from '@/lib/board/step'
import { TransactionOrigin } from '@/lib/board/transact'
import type { StoredChange } from '../../../storage/board-storage'
import { recordsOf } from '../records-of'

/** What an operation of the server did. `isSaved` is false where the disk failed: it is written once that works. */
export interface Applied {
  readonly step: Step
  readonly isSaved: boolean
}

/** Something the server itself does to a board, waiting for its tick. */
export interface Operation {
  readonly author: Author
  run(board: BoardDocument): Step
  resolve(applied: Applied): void
  reject(cause: unknown): void
}

interface Outcome {
  readonly update: Uint8Array | null
  readonly changes: readonly StoredChange[]
  /** Tells whoever asked for it; to be called once it is known whether it is safe on disk. */
  answer(isSaved: boolean): void
}

/** Does it, in one transaction. Where that fails, what it did before is in the document and has to be saved. */
export function runOperation(board: BoardDocument, { author, run, resolve, reject }: Operation): Outcome {
  const { doc } = board
  const updates: Uint8Array[] = []
  const listen = (update: Uint8Array): number => updates.push(update)
  let step: Step = []
  let answer = (isSaved: boolean): void => resolve({ step, isSaved })
  doc.on('update', listen)
  try {
    doc.transact(() => (step = run(board)), new TransactionOrigin(author.origin, author.personId))
  } catch (cause) {
    answer = () => reject(cause)
  }
  doc.off('update', listen)
  const changes = recordsOf(step).map((record) => ({ record, personId: author.personId, at: author.now }))
  return { update: updates.length > 0 ? Y.mergeUpdates(updates) : null, changes, answer }
}
