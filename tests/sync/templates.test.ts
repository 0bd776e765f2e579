import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  addInstance,
  moveInstance,
  renameInstance,
  setInstanceDeleted,
} from '@/lib/board/operations/instances'
import { listInstances, readInstance } from '@/lib/board/read'
import { FIRST_INSTANCE } from '@/lib/board/seed'
import type { InstanceId } from '@/lib/ids'
import { authorOf } from '../support/boards/board-edits'
import { readStoredBoard } from '../support/boards/stored-board'
import type { SyncClient } from '../support/rooms/sync-client'
import { startSyncServer, type SyncServer } from '../support/rooms/sync-server'
import { until } from '../support/until'

const SECOND = 'second' as InstanceId

describe('templates of one board over the wire', () => {
  let server: SyncServer
  let fay: SyncClient
  let ben: SyncClient

  beforeEach(async () => {
    server = await startSyncServer()
    fay = server.connect('Fay', 'facilitator')
    ben = server.connect('Ben')
    await Promise.all([fay, ben].map((client) => client.synced()))
  })
  afterEach(() => server.stop())

  it('what a facilitator does to them reaches everybody and the disk', async () => {
    const author = authorOf('Fay')
    addInstance(fay.board, author, { id: SECOND, templateId: 'effort-value-overlay', place: [2_000, 0] })
    moveInstance(fay.board, author, { id: SECOND, place: [2_500, 40] })
    renameInstance(fay.board, author, { id: SECOND, name: 'Autumn' })
    setInstanceDeleted(fay.board, author, { id: FIRST_INSTANCE, deleted: true })
    await until('Ben sees it', () => readInstance(ben.board, SECOND)?.name === 'Autumn')
    expect(listInstances(ben.board)).toMatchObject([{ id: SECOND, place: [2_500, 40] }])
    await fay.saved()
    expect(listInstances(await readStoredBoard(server.storage))).toMatchObject([
      { id: SECOND, name: 'Autumn' },
    ])
  })

  it.each(['participant', 'viewer'] as const)(
    'a plain client of a %s adds, moves, renames and removes none',
    async (role) => {
      const mal = server.connect('Mal', role, { isPlain: true })
      await mal.synced()
      const before = JSON.stringify(listInstances(fay.board))
      const author = authorOf('Mal')
      const attempts = [
        () => addInstance(mal.board, author, { id: SECOND, templateId: 'team-map', place: [0, 0] }),
        () => moveInstance(mal.board, author, { id: FIRST_INSTANCE, place: [99, 99] }),
        () => renameInstance(mal.board, author, { id: FIRST_INSTANCE, name: 'Mine' }),
        () => setInstanceDeleted(mal.board, author, { id: FIRST_INSTANCE, deleted: true }),
      ]
      for (const attempt of attempts) attempt()
      // A participant is put right; a viewer's writes are not taken at all.
      if (role === 'participant') {
        await until('Mal is put right', () => JSON.stringify(listInstances(mal.board)) === before)
      }
      renameInstance(fay.board, authorOf('Fay'), { id: FIRST_INSTANCE, name: 'Still mine' })
      await until(
        'Ben hears of what came after',
        () => readInstance(ben.board, FIRST_INSTANCE)?.name === 'Still mine',
      )
      await fay.saved()
      for (const board of [fay.board, ben.board, await readStoredBoard(server.storage)]) {
        expect(listInstances(board)).toMatchObject([
          { id: FIRST_INSTANCE, place: [0, 0], name: 'Still mine' },
        ])
      }
    },
  )
})
