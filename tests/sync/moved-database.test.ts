import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createSqliteBoardStorage } from '@/server/storage/sqlite/sqlite-board-storage'
import { addTitled, titlesOn } from '../support/boards/board-edits'
import { readStoredBoard, storeBoard } from '../support/boards/stored-board'
import { shake, type ShakyStorage } from '../support/rooms/shaky-storage'
import type { SyncClient } from '../support/rooms/sync-client'
import { startSyncServer, type SyncServer } from '../support/rooms/sync-server'
import { until } from '../support/until'

let directory: string
let storage: ShakyStorage
let server: SyncServer

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'contour-moved-'))
  storage = shake(createSqliteBoardStorage({ directory }))
  await storage.start()
  await storeBoard(storage)
  server = await startSyncServer(storage)
})
afterEach(async () => {
  await server.stop()
  await storage.stop()
  rmSync(directory, { recursive: true })
})

function storageHeard({ sessions }: SyncClient): unknown {
  return sessions.flatMap((message) => (message.type === 'storage' ? [message.state] : [])).at(-1)
}

it.each(['contour.db', 'contour.db-wal'])(
  '[SAVE-3] while %s is not where the next start will look for it, nothing is called saved and everybody is told',
  async (name) => {
    const [file, elsewhere] = [join(directory, name), join(directory, 'elsewhere')]
    await expectUnsaved({
      spoil: () => renameSync(file, elsewhere),
      mend: () => renameSync(elsewhere, file),
    })
  },
)

it('[SAVE-3] while another database stands in contour.db, nothing is called saved and everybody is told', async () => {
  const [file, otherDirectory] = [join(directory, 'contour.db'), join(directory, 'other')]
  const other = createSqliteBoardStorage({ directory: otherDirectory })
  await other.start()
  await storeBoard(other)
  await other.stop()
  let own = Buffer.alloc(0)
  await expectUnsaved({
    spoil: () => {
      own = readFileSync(file)
      writeFileSync(file, readFileSync(join(otherDirectory, 'contour.db')))
    },
    mend: () => writeFileSync(file, own),
  })
})

async function expectUnsaved({ spoil, mend }: { spoil(): void; mend(): void }): Promise<void> {
  const ada = server.connect('Ada')
  await ada.synced()
  addTitled(ada.board, 'Ada', 'Before')
  await ada.saved()
  const before = ada.acked()
  spoil()
  addTitled(ada.board, 'Ada', 'Meanwhile')
  await until('it is told', () => storageHeard(ada) === 'failing')
  expect(ada.acked()).toBe(before)
  await expect(storage.check()).rejects.toMatchObject({ code: 'storage-failed' })
  mend()
  await ada.saved()
  expect([storageHeard(ada), titlesOn(await readStoredBoard(storage))]).toEqual([
    'working',
    ['Before', 'Meanwhile'],
  ])
}
