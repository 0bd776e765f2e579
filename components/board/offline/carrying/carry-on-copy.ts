import * as Y from 'yjs'
import { keyOf } from '@/lib/board/changes/document-change'
import { drawClientId } from '@/lib/board/document/draw-client-id'
import { openBoardDocument, type BoardDocument } from '@/lib/board/layout'
import { carryOver } from '@/lib/board/operations/carry-over'
import { readChanges } from '@/lib/board/changes/read-changes'
import type { Author } from '@/lib/board/step'
import { transactAs } from '@/lib/board/transact'
import { unsavedWords } from '@/lib/board/changes/unsaved-words'
import { toChangeId } from './change-id'
import { markOf } from './held-by'
import type { KeptChange } from '../storage/offline-storage'
import { touchedKeys } from '../../sync/touched-keys'

/** So many changes without heirs are done anew in one go: all at once could be more than one message may hold. */
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
 * Does changes anew on a copy of the document, so that what comes of them can be written down before anybody gets it;
 * under client ids they brought, so that it is the same whichever page does it. Answers also with those that change
 * something that is gone, and say so in `touched`.
 */
export function carryOnCopy(
  { board, epoch, author }: CarryParts,
  changes: readonly KeptChange[],
): { carried: readonly Carried[]; lost: readonly KeptChange[] } {
  const copy = openBoardDocument(new Y.Doc())
  Y.applyUpdate(copy.doc, Y.encodeStateAsUpdate(board.doc))
  const [carried, lost]: [Carried[], KeptChange[]] = [[], []]
  const runs = inRuns(changes)
  for (const [at, run] of runs.entries()) {
    // What is kept is read in the order of its age.
    const now = author.now - (runs.length - 1 - at)
    const done = carryRun({ board: copy, epoch, author: { ...author, now } }, run)
    carried.push(...done.carried)
    lost.push(...done.lost)
  }
  copy.doc.destroy()
  return { carried, lost }
}

function carryRun(
  { board, epoch, author }: CarryParts,
  run: readonly KeptChange[],
): { carried: readonly Carried[]; lost: readonly KeptChange[] } {
  const { doc } = board
  const [carried, lost]: [Carried[], KeptChange[]] = [[], []]
  const last = run.at(-1)
  // Of this epoch, what did not fit as it was written: that name is taken.
  const heirs = last?.epoch === epoch ? undefined : last?.heirs
  doc.clientID = heirs?.[0] ?? drawClientId()
  let parts: KeptChange['parts'] = []
  const read = (transaction: Y.Transaction): void => void (parts = readChanges(board, transaction))
  const hear = (...[update, , , transaction]: UpdateEvent): void => {
    const touched = [...touchedKeys(transaction)]
    const [id, words] = [toChangeId(doc.clientID, epoch), unsavedWords(board, touched)]
    const mark = markOf(transaction)
    carried.push({
      change: { id, epoch, at: author.now, ...mark, touched, parts, words, update, heirs },
      update,
    })
  }
  doc.on('afterTransaction', read)
  doc.on('update', hear)
  transactAs(board, author, () => {
    for (const change of run) {
      const { lost: gone } = carryOver(board, author, change.parts)
      if (gone.length > 0) lost.push({ ...change, touched: gone.map(keyOf) })
    }
  })
  doc.off('afterTransaction', read)
  doc.off('update', hear)
  return { carried, lost }
}

/** Those that are done anew together, in order: of one page, and such as it meant to be one. */
function inRuns(changes: readonly KeptChange[]): readonly (readonly KeptChange[])[] {
  const runs: KeptChange[][] = []
  for (const change of changes) {
    const run = runs.at(-1)
    const isNext = run && run.at(-1)?.heirs?.at(-1) === change.heirs?.at(-1)
    if (isNext && run.length < CARRIED_AT_ONCE) run.push(change)
    else runs.push([change])
  }
  return runs
}
