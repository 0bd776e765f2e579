import { describe, expect, it } from 'vitest'
import { restorableUntil } from '@/lib/access/restorable'
import { Eraser } from '@/server/erase-deleted'
import { createMemoryBoardStorage } from '@/server/storage/memory-board-storage'
import { storageFailed } from '@/server/storage/storage-failed'
import { FakeClock } from '@/tests/support/fake-clock'
import { createQuietLog } from '@/tests/support/quiet-log'
import { BOARD, createSampleBoard, OTHER_BOARD } from '../../contract/stored-samples'

const DAY_MS = 24 * 60 * 60 * 1000

describe('Eraser', () => {
  const begin = async () => {
    const [clock, log, storage] = [new FakeClock(), createQuietLog(), createMemoryBoardStorage()]
    await storage.start()
    await createSampleBoard(storage)
    await createSampleBoard(storage, OTHER_BOARD)
    return { clock, log, storage, eraser: new Eraser({ storage, clock, log }) }
  }

  it('erases at the start and once a day what nobody can bring back any more, and nothing else', async () => {
    const { clock, log, storage, eraser } = await begin()
    const deletedAt = clock.now()
    await storage.setBoardDeleted(BOARD, deletedAt)
    await clock.advance(restorableUntil(deletedAt) - deletedAt - 1)
    await storage.setBoardDeleted(OTHER_BOARD, clock.now())
    eraser.start()
    eraser.start()
    await clock.advance(0)
    expect((await storage.findBoard(BOARD))?.deletedAt).toBe(deletedAt)
    await clock.advance(DAY_MS)
    expect(await storage.findBoard(BOARD)).toBeNull()
    expect(await storage.findBoard(OTHER_BOARD)).not.toBeNull()
    expect(log.events).toEqual(['board.erased'])
    eraser.stop()
    expect(clock.waiting).toBe(0)
  })

  it('erases all that are due one after the other, and tries again the next day where the disk fails', async () => {
    const { clock, log, storage } = await begin()
    for (const board of [BOARD, OTHER_BOARD]) await storage.setBoardDeleted(board, 1)
    let isFailing = true
    const eraser = new Eraser({
      clock,
      log,
      storage: {
        eraseDeletedBoard: (until) =>
          isFailing ? Promise.reject(storageFailed('full')) : storage.eraseDeletedBoard(until),
      },
    })
    eraser.start()
    await clock.advance(DAY_MS - 1)
    isFailing = false
    await clock.advance(1)
    expect(log.events).toEqual(['storage.failed', 'board.erased', 'board.erased'])
    expect((await storage.measure()).boards).toBe(0)
    eraser.stop()
  })
})
