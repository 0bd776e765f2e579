import * as Y from 'yjs'
import { keyOf } from '@/lib/board/changes/document-change'
import { openBoardDocument, type BoardDocument } from '@/lib/board/layout'
import { carryOver } from '@/lib/board/operations/carry-over'
import { readChanges } from '@/lib/board/changes/read-changes'
import type { Author } from '@/lib/board/step'
import { transactAs } from '@/lib/board/transact'
import { unsavedWords } from '@/lib/board/changes/unsaved-words'
import { toChangeId } from './change-id'
import { markOf } from './held-by'
import type { KeptChange } from './offline-storage'
import { touchedKeys } from '../sync/touched-keys'

/** So many changes are done anew in one go: all at once could be more than one message may hold. */
const CARRIED_AT_ONCE = 50

/** Something done anew that stands in no document yet: what is kept of it, and what brings it to others. */
export interface Carried {
  readonly change: KeptChange
  readonly update: Uint8Array
}

type UpdateEvent = [update: Uint8Array, origin: unknown, doc: Y.Doc, transaction: Y.Transaction]

interface CarryParts {
  readonly board: BoardDocument
  readonly epoch: number
  readonly author: Author
}

/**
 * Does changes anew on a copy of the document, under a client id of its own, so that what comes of them can be written
 * down before anybody gets it. Answers also with those that change something that is gone, and say so in `touched`.
 */
export function carryOnCopy(
  { board, epoch, author }: CarryParts,
  changes: readonly KeptChange[],
): { carried: readonly Carried[]; lost: readonly KeptChange[] } {
  const copy = openBoardDocument(new Y.Doc())
  Y.applyUpdate(copy.doc, Y.encodeStateAsUpdate(board.doc))
  const [carried, lost]: [Carried[], KeptChange[]] = [[], []]
  let parts: KeptChange['parts'] = []
  copy.doc.on('afterTransaction', (transaction: Y.Transaction) => (parts = readChanges(copy, transaction)))
  copy.doc.on('update', (...[update, , , transaction]: UpdateEvent) => {
    const touched = [...touchedKeys(transaction)]
    const [id, words] = [toChangeId(copy.doc.clientID, carried.length), unsavedWords(copy, touched)]
    const change = { id, epoch, at: author.now, ...markOf(transaction), touched, parts, words }
    carried.push({ change, update })
  })
  for (let at = 0; at < changes.length; at += CARRIED_AT_ONCE) {
    transactAs(copy, author, () => {
      for (const change of changes.slice(at, at + CARRIED_AT_ONCE)) {
        const { lost: gone } = carryOver(copy, author, change.parts)
        if (gone.length > 0) lost.push({ ...change, touched: gone.map(keyOf) })
      }
    })
  }
  copy.doc.destroy()
  return { carried, lost }
}
