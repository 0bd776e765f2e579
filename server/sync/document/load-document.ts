import * as Y from 'yjs'
import { drawClientId } from '@/lib/board/document/draw-client-id'
import { openBoardDocument, type BoardDocument } from '@/lib/board/layout'
import { AppError } from '@/lib/errors'
import type { BoardId } from '@/lib/ids'
import { runAtOnce } from '@/lib/run-at-once'
import type { BoardStorage, LoadedBoard } from '../../storage/board-storage'
import { applyInPieces, PIECE_AT_MOST_BYTES } from './pieces/apply-in-pieces'

/**
 * Builds the live document of a stored board; yields after each piece. Its own client id is nobody else's, so that what
 * the server writes can be told from what people write. Throws an AppError where the stored updates do not make a whole
 * document.
 */
export function* toLiveBoard(
  loaded: Pick<LoadedBoard, 'snapshot' | 'updates' | 'clientIds'>,
): Generator<void, BoardDocument> {
  const doc = new Y.Doc()
  doc.clientID = drawClientId(loaded.clientIds)
  const board = openBoardDocument(doc)
  const updates = loaded.snapshot ? [loaded.snapshot, ...loaded.updates] : loaded.updates
  try {
    for (const few of inPieces(updates)) {
      yield* applyAll(doc, few)
      yield
    }
  } catch (cause) {
    throw new AppError('storage-failed', 'the stored document cannot be read', { cause })
  }
  if (doc.store.pendingStructs || doc.store.pendingDs) {
    throw new AppError('storage-failed', 'the stored document has gaps')
  }
  return board
}

/** Many small ones are one piece: what Yjs does besides for each would take longer than they do. */
function* inPieces(updates: readonly Uint8Array[]): Generator<readonly Uint8Array[]> {
  let [few, bytes]: [Uint8Array[], number] = [[], 0]
  for (const update of updates) {
    if (few.length > 0 && bytes + update.length > PIECE_AT_MOST_BYTES) {
      yield few
      ;[few, bytes] = [[], 0]
    }
    few.push(update)
    bytes += update.length
  }
  if (few.length > 0) yield few
}

function* applyAll(doc: Y.Doc, updates: readonly Uint8Array[]): Generator<void, void> {
  const [first, ...others] = updates
  if (first && others.length === 0) return yield* applyInPieces(doc, first)
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update)
  })
}

/** Reads a board as it is stored, as one update. Rejects where it cannot be read, or is no whole document. */
export async function readSafeState(
  storage: Pick<BoardStorage, 'load'>,
  boardId: BoardId,
): Promise<Uint8Array> {
  const loaded = await storage.load(boardId)
  if (!loaded) throw new AppError('no-such-board', 'no board is stored under this id')
  const { doc } = runAtOnce(toLiveBoard(loaded))
  const state = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return state
}
