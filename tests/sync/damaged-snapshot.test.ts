import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { LIMITS } from '@/lib/sync/limits'
import { MESSAGE } from '@/lib/sync/messages'
import { createSqliteBoardStorage } from '@/server/storage/sqlite/sqlite-board-storage'
import type { BoardStorage } from '@/server/storage/board-storage'
import { addTitled, titlesOn } from '../support/boards/board-edits'
import { startRooms, type RoomGuest, type RoomHarness } from '../support/rooms/room-harness'
import { until } from '../support/until'

describe('a board whose newest snapshot is damaged on the disk', () => {
  let directory: string
  let storage: BoardStorage
  const warned: string[] = []

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'contour-damaged-'))
  })
  afterEach(async () => {
    await storage.stop()
    rmSync(directory, { recursive: true })
  })

  const start = async (): Promise<RoomHarness> => {
    const log = { warn: (event: string) => void warned.push(event) }
    storage = createSqliteBoardStorage({ directory, log })
    await storage.start()
    return startRooms(undefined, storage)
  }
  const query = (sql: string): unknown[] => {
    const database = new DatabaseSync(join(directory, 'contour.db'))
    const rows = database.prepare(sql).all()
    database.close()
    return rows
  }
  const snapshots = (): number => query('SELECT upto_seq FROM snapshots').length
  const saveTitle = async ({ clock }: RoomHarness, guest: RoomGuest, title: string): Promise<void> => {
    guest.hear()
    await guest.edit((board) => addTitled(board, guest.person.name, title))
    await until(`"${title}" is acked`, async () => {
      await clock.advance(20)
      return guest.hear().some(({ type }) => type === MESSAGE.ack)
    })
  }
  const leave = async ({ rooms, clock }: RoomHarness, guest: RoomGuest): Promise<void> => {
    guest.socket.leave()
    await until('the board is put away', async () => {
      await clock.advance(LIMITS.ROOM_GRACE_MS)
      return rooms.stats().rooms === 0
    })
  }

  it.each([1, 2])('[SAVE-4] opens with all that was acked where %i of three are damaged', async (damaged) => {
    const before = await start()
    for (const title of ['one', 'three', 'two']) {
      const ada = await before.join('Ada')
      await saveTitle(before, ada, title)
      await leave(before, ada)
    }
    expect(snapshots()).toBe(3)
    await saveTitle(before, await before.join('Ada'), 'zoo, acked just before the end')
    await storage.stop()
    query(
      `UPDATE snapshots SET bytes = x'ff' WHERE upto_seq IN
        (SELECT upto_seq FROM snapshots ORDER BY upto_seq DESC LIMIT ${damaged})`,
    )
    warned.length = 0

    const after = await start()
    const ben = await after.join('Ben')
    await until('Ben has the board', async () => {
      await after.clock.advance(20)
      ben.hear()
      return titlesOn(ben.board).length > 0
    })
    expect(titlesOn(ben.board)).toEqual(['one', 'three', 'two', 'zoo, acked just before the end'])
    expect(warned).toEqual(Array.from({ length: damaged }, () => 'storage.snapshot-damaged'))
    await saveTitle(after, ben, 'work goes on')
  })
})
