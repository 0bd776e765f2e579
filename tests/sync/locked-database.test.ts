import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createSqliteBoardStorage } from '@/server/storage/sqlite/sqlite-board-storage'
import { addTitled, titlesOn } from '../support/boards/board-edits'
import { readStoredBoard, storeBoard } from '../support/boards/stored-board'
import { shake, type ShakyStorage } from '../support/rooms/shaky-storage'
import { startSyncServer, type SyncServer } from '../support/rooms/sync-server'
import { until } from '../support/until'

let directory: string
let storage: ShakyStorage
let server: SyncServer
let appends: number

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'contour-locked-'))
  appends = 0
  const sqlite = createSqliteBoardStorage({ directory })
  const append: ShakyStorage['append'] = (batches) => {
    appends++
    return sqlite.append(batches)
  }
  storage = shake({ ...sqlite, append })
  await storage.start()
  await storeBoard(storage)
  server = await startSyncServer(storage)
})
afterEach(async () => {
  await server.stop()
  await storage.stop()
  rmSync(directory, { recursive: true })
})

it('[SAVE-1] while another program holds the database nothing is called saved, and all of it is once it lets go', async () => {
  const ada = server.connect('Ada')
  await ada.synced()
  const other = new DatabaseSync(join(directory, 'contour.db'))
  other.exec('BEGIN IMMEDIATE')
  for (const title of ['First', 'Second', 'Third']) addTitled(ada.board, 'Ada', title)
  await until('a write stands at the locked door', () => appends > 0)
  expect(ada.acked()).toBe(0)
  other.exec('COMMIT')
  other.close()
  await ada.saved()
  expect(titlesOn(await readStoredBoard(storage))).toEqual(['First', 'Second', 'Third'])
})
