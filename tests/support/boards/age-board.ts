import * as Y from 'yjs'
import { openBoardDocument, type BoardDocument } from '@/lib/board/layout'
import { addInitiatives, setInitiativeDeleted } from '@/lib/board/operations/initiatives'
import { SERIALIZED_SCHEMA } from '@/lib/board/schema'
import type { InitiativeId } from '@/lib/ids'
import { LIMITS } from '@/lib/sync/limits'
import type { BoardStorage } from '@/server/storage/board-storage'
import { countDocumentStructs } from '@/server/sync/document/growth/count-document'
import { authorOf } from './board-edits'
import { BOARD, readStoredBoard } from './stored-board'

const FIRST_OF_MANY_IDS = 1_000_000

/** The schema of a version before this one, in which these kinds of shapes were older. */
export function olderSchema(...kinds: readonly string[]): typeof SERIALIZED_SCHEMA {
  if (SERIALIZED_SCHEMA.schemaVersion !== 2) throw new Error('The schema is written in another way.')
  const sequences = { ...SERIALIZED_SCHEMA.sequences }
  for (const kind of kinds)
    sequences[`com.tldraw.shape.${kind}`] = (sequences[`com.tldraw.shape.${kind}`] ?? 0) - 1
  return { ...SERIALIZED_SCHEMA, sequences }
}

/** Changes a board that nobody has open, as another version of the server would have left it. */
export async function changeStored(
  storage: BoardStorage,
  change: (board: BoardDocument) => void,
  boardId = BOARD,
): Promise<void> {
  const { doc } = await readStoredBoard(storage, boardId)
  const epoch = (await storage.findBoard(boardId))?.epoch ?? 1
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  doc.transact(() => change(openBoardDocument(doc)))
  const update = Y.mergeUpdates(updates)
  await storage.append([{ boardId, epoch, at: 2, update, changes: [], clientIds: [] }])
}

/** Makes most of a board what was deleted, so many initiatives. */
export function overgrow(board: BoardDocument, count = LIMITS.RENEW_AFTER_DELETED + 1): void {
  const ids = Array.from({ length: count }, (_one, at) => `gone-${at}` as InitiativeId)
  addInitiatives(
    board,
    authorOf('Ada', 1),
    ids.map((id) => ({ id, title: id })),
  )
  for (const id of ids) setInitiativeDeleted(board, authorOf('Ada', 1), { id, deleted: true })
}

/** Gives a document so many structs, nearly all of them history, in a few bytes each. */
export function growTo(doc: Y.Doc, structs: number): void {
  let left = structs - countDocumentStructs({ doc })
  const history = doc.getMap('history')
  doc.transact(() => {
    // Two that are written in turn: what is overwritten cannot be merged into one.
    for (; left > 0; left--) history.set(left % 2 === 0 ? 'one' : 'other', left % 2)
  })
}

/** Lets so many client ids write on a board, each once, as that many pages would. */
export function writeUnderIds(board: BoardDocument, count: number): void {
  const { doc, meta } = board
  const own = doc.clientID
  doc.transact(() => {
    for (let at = 0; at < count; at++) {
      doc.clientID = FIRST_OF_MANY_IDS + at
      meta.set('title', `Title ${at}`)
    }
  })
  doc.clientID = own
}

/** Makes a board one of an older version: whoever opens it next begins a new epoch. */
export async function ageStoredBoard(storage: BoardStorage, boardId = BOARD): Promise<void> {
  await changeStored(storage, (board) => board.meta.set('schema', olderSchema('highlight')), boardId)
}
