import * as Y from 'yjs'
import { openBoardDocument, type BoardDocument } from '@/lib/board/layout'
import { SERIALIZED_SCHEMA } from '@/lib/board/schema'
import { seedBoard } from '@/lib/board/seed'
import { SERVER_PERSON } from '@/lib/board/step'
import type { BoardId } from '@/lib/ids'
import type { BoardStorage } from '@/server/storage/board-storage'

export const BOARD = 'board-1' as BoardId

/** Puts a seeded board of the effort-value curves into the storage, as creating one does. */
export async function storeBoard(storage: BoardStorage, boardId: BoardId = BOARD): Promise<void> {
  const doc = new Y.Doc()
  const seed = { templateId: 'effort-value-curves', now: 1, epoch: 1, schema: SERIALIZED_SCHEMA }
  seedBoard(openBoardDocument(doc), seed)
  await storage.createBoard({ id: boardId, title: 'Pipeline', epoch: 1, createdAt: 1 }, [], {
    boardId,
    epoch: 1,
    at: 1,
    update: Y.encodeStateAsUpdate(doc),
    changes: [],
    clientIds: [{ clientId: doc.clientID, personId: SERVER_PERSON }],
  })
}

/** The board as it would be after a crash: built from nothing but what is stored. */
export async function readStoredBoard(
  storage: BoardStorage,
  boardId: BoardId = BOARD,
): Promise<BoardDocument> {
  const loaded = await storage.load(boardId)
  if (!loaded) throw new Error('The board is not stored.')
  const doc = new Y.Doc()
  const updates = loaded.snapshot ? [loaded.snapshot, ...loaded.updates] : loaded.updates
  for (const update of updates) Y.applyUpdate(doc, update)
  return openBoardDocument(doc)
}
