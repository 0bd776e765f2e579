import { expect, test } from 'vitest'
import { forgetBoard, forgetOtherBoards } from '@/components/board/offline/storage/forget-boards'
import { createMemoryOfflineStorage } from '@/components/board/offline/storage/memory-offline-storage'
import type { BoardId } from '@/lib/ids'
import { ADA, BO, keptChange } from '../../support/kept-samples'

test('who may not open a board is handed what they never saved, whoever was here last, and nothing stays of anybody', async () => {
  const storage = createMemoryOfflineStorage()
  await storage.noteDocument({ ...BO, epoch: 1, usedAt: 2 })
  await storage.write(ADA, { changes: [keptChange('a', { words: ['Initiative: Mine'] })] })
  await storage.write(BO, { changes: [keptChange('b', { words: ['Initiative: Theirs'] })] })
  expect(await forgetBoard(ADA.boardId, ADA.personId, Promise.resolve(storage))).toEqual(['Initiative: Mine'])
  expect([await storage.listDocuments(), (await storage.read(BO)).changes]).toEqual([[], []])
})

test('what was never saved is handed over also to somebody who came by the list of boards first', async () => {
  const storage = createMemoryOfflineStorage()
  await storage.noteDocument({ ...ADA, epoch: 1, usedAt: 1 })
  await storage.write(ADA, { changes: [keptChange('a', { words: ['Initiative: Mine'] })] })
  await forgetOtherBoards([], Promise.resolve(storage))
  expect(await forgetBoard(ADA.boardId, ADA.personId, Promise.resolve(storage))).toEqual(['Initiative: Mine'])
})

test('where nobody knows who is here, nothing is shown, and what was never saved waits for its author', async () => {
  const storage = createMemoryOfflineStorage()
  await storage.noteDocument({ ...ADA, epoch: 1, usedAt: 1 })
  await storage.write(ADA, { changes: [keptChange('a', { words: ['Initiative: Mine'] })] })
  expect(await forgetBoard(ADA.boardId, null, Promise.resolve(storage))).toEqual([])
  expect([await storage.listDocuments(), (await storage.read(ADA)).changes.length]).toEqual([[], 1])
})

test('copies stay only of the boards of the list, what was not saved stays of all', async () => {
  const storage = createMemoryOfflineStorage()
  const other = { ...ADA, boardId: 'board-2' as BoardId }
  await storage.noteDocument({ ...ADA, epoch: 1, usedAt: 1 })
  await storage.noteDocument({ ...other, epoch: 1, usedAt: 2 })
  await storage.write(other, { changes: [keptChange('a')] })
  await forgetOtherBoards([ADA.boardId], Promise.resolve(storage))
  expect((await storage.listDocuments()).map(({ boardId }) => boardId)).toEqual([ADA.boardId])
  expect((await storage.read(other)).changes).toHaveLength(1)
})
