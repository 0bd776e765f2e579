import * as Y from 'yjs'
import { openBoardDocument, placementKey } from '@/lib/board/layout'
import { addInstance } from '@/lib/board/operations/instances'
import { setPlacements } from '@/lib/board/operations/placements'
import { listInitiatives } from '@/lib/board/read'
import type { BoardId, InstanceId, PersonId } from '@/lib/ids'
import { createSqliteBoardStorage } from '@/server/storage/sqlite/sqlite-board-storage'

/** What a newer version would have left on the disk: a template nobody knows here, with every initiative on it. */
export async function putStrangeTemplate(directory: string, boardId: BoardId): Promise<void> {
  const storage = createSqliteBoardStorage({ directory })
  await storage.start()
  const loaded = await storage.load(boardId)
  if (!loaded) throw new Error('The board is stored.')
  const doc = new Y.Doc()
  for (const update of [...(loaded.snapshot ? [loaded.snapshot] : []), ...loaded.updates])
    Y.applyUpdate(doc, update)
  const before = Y.encodeStateVector(doc)
  const board = openBoardDocument(doc)
  const personId = 'server' as PersonId
  const author = { personId, now: Date.now(), origin: 'server' as const }
  const strange = 'strange' as InstanceId
  addInstance(board, author, { id: strange, templateId: 'from-tomorrow', place: [2_000, 0] })
  setPlacements(
    board,
    author,
    listInitiatives(board).map(({ id }) => ({
      key: placementKey(id, strange),
      placement: { target: 'curve:spiral', x: 0.5, dx: 0, dy: 0 },
    })),
  )
  const update = Y.encodeStateAsUpdate(doc, before)
  const clientIds = [{ clientId: doc.clientID, personId }]
  await storage.append([{ boardId, epoch: loaded.epoch, at: Date.now(), update, changes: [], clientIds }])
  await storage.stop()
}
