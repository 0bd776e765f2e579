import * as Y from 'yjs'
import { drawClientId } from '@/lib/board/draw-client-id'
import { openBoardDocument, type BoardDocument } from '@/lib/board/layout'
import { AppError } from '@/lib/errors'
import type { BoardId } from '@/lib/ids'
import type { BoardStorage, LoadedBoard } from '../../storage/board-storage'

/**
 * Builds the live document of a stored board. Its own client id is nobody else's, so that what the server writes can
 * be told from what people write. Throws an AppError where the stored updates do not make a whole document.
 */
export function toLiveBoard(loaded: LoadedBoard): BoardDocument {
  const doc = new Y.Doc()
  doc.clientID = drawClientId(loaded.clientIds)
  const board = openBoardDocument(doc)
  const updates = loaded.snapshot ? [loaded.snapshot, ...loaded.updates] : loaded.updates
  try {
    doc.transact(() => {
      for (const update of updates) Y.applyUpdate(doc, update)
    })
  } catch (cause) {
    throw new AppError('storage-failed', 'the stored document cannot be read', { cause })
  }
  if (doc.store.pendingStructs || doc.store.pendingDs) {
    throw new AppError('storage-failed', 'the stored document has gaps')
  }
  return board
}

/** Reads a board as it is stored, as one update. Rejects where it cannot be read, or is no whole document. */
export async function readSafeState(
  storage: Pick<BoardStorage, 'load'>,
  boardId: BoardId,
): Promise<Uint8Array> {
  const loaded = await storage.load(boardId)
  if (!loaded) throw new AppError('no-such-board', 'no board is stored under this id')
  const { doc } = toLiveBoard(loaded)
  const state = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return state
}
