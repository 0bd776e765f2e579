import * as Y from 'yjs'
import { openBoardDocument, type BoardDocument } from '@/lib/board/layout'
import { AppError } from '@/lib/errors'
import type { LoadedBoard } from '../../storage/board-storage'

/**
 * Builds the live document of a stored board. Its own client id is nobody else's, so that what the server writes can
 * be told from what people write. Throws an AppError where the stored updates do not make a whole document.
 */
export function toLiveBoard(loaded: LoadedBoard): BoardDocument {
  const doc = new Y.Doc()
  while (loaded.clientIds.has(doc.clientID)) doc.clientID = new Y.Doc().clientID
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
