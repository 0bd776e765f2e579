import { beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { Compaction } from '@/server/sync/document/growth/compaction'
import type { LoadedBoard } from '@/server/storage/board-storage'
import { createMemoryBoardStorage } from '@/server/storage/memory-board-storage'
import { BOARD, storeBoard } from '@/tests/support/boards/stored-board'
import { FakeClock } from '@/tests/support/fake-clock'
import { createQuietLog } from '@/tests/support/quiet-log'

const storage = createMemoryBoardStorage()
let log: ReturnType<typeof createQuietLog>
let loaded: LoadedBoard

beforeEach(async () => {
  log = createQuietLog()
  if (!(await storage.findBoard(BOARD))) await storeBoard(storage)
  const found = await storage.load(BOARD)
  if (!found) throw new Error('The board is not stored.')
  loaded = found
})

test('one that fails before it writes is logged, and what the log holds is compacted by the next', async () => {
  let fault: Error | null = new Error('out of memory')
  const doc = new Y.Doc()
  for (const update of loaded.updates) Y.applyUpdate(doc, update)
  const onMeasured = (): void => {
    if (fault) throw fault
  }
  const clock = new FakeClock()
  const compaction = new Compaction({
    ...{ storage, boardId: BOARD, loaded, doc, clock, log },
    ...{ onMeasured, isAtRest: () => true },
  })
  await compaction.run()
  expect(log.events).toEqual(['room.compaction-failed'])
  fault = null
  await compaction.run()
  expect(log.events).toEqual(['room.compaction-failed', 'room.compacted'])
  expect((await storage.load(BOARD))?.snapshot).not.toBeNull()
})
