import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { createMemoryBoardStorage } from '@/server/storage/memory-board-storage'
import { ageStoredBoard } from '../support/boards/age-board'
import { idOf, titlesOn } from '../support/boards/board-edits'
import { BOARD, readStoredBoard } from '../support/boards/stored-board'
import { FakeBrowser, FakeLine, type FakePage } from '../support/rooms/fake-browser'
import { shake, type ShakyStorage } from '../support/rooms/shaky-storage'
import { startSyncServer, type SyncServer } from '../support/rooms/sync-server'
import { until } from '../support/until'

let server: SyncServer
let browser: FakeBrowser

beforeEach(async () => {
  server = await startSyncServer()
  browser = await FakeBrowser.install(() => server)
})
afterEach(async () => {
  browser.stop()
  await server.stop()
})

function add({ client }: FakePage, title: string): void {
  client.commands.addInitiatives([{ id: idOf(title), title }])
}

function saved(page: FakePage): Promise<void> {
  return until('all is saved', () => page.client.saveState.get().kind === 'saved')
}

async function copyOf(storage: ShakyStorage): Promise<ShakyStorage> {
  const copy = shake(createMemoryBoardStorage())
  const { doc } = await readStoredBoard(storage)
  const update = Y.encodeStateAsUpdate(doc)
  const first = { boardId: BOARD, epoch: 1, at: 1, update, changes: [], clientIds: [] }
  await copy.createBoard({ id: BOARD, title: 'Pipeline', epoch: 1, createdAt: 1 }, [], first)
  return copy
}

/**
 * The server is updated, which renews the board; a page works on it and loses its line. Then the backup is put in place,
 * worked on and updated as well: the board has another document of the same number.
 */
async function putBackupInPlace(line: FakeLine): Promise<FakePage> {
  const backup = await copyOf(server.storage)
  await ageStoredBoard(server.storage)
  const page = await browser.openPage('Ada', { line })
  await saved(page)
  add(page, 'After the backup')
  await saved(page)
  line.cut()
  await until('the line is noticed', () => page.client.saveState.get().kind === 'offline')
  add(page, 'Not saved')
  await server.stop()
  await ageStoredBoard(backup)
  server = await startSyncServer(backup)
  const ben = server.connect('Ben')
  await ben.synced()
  return page
}

test('[EPOCH-4] a page that knows more than a backup takes over its document, with what it had not saved', async () => {
  const line = new FakeLine()
  const page = await putBackupInPlace(line)
  line.isCut = false
  await until('the document is renewed', () => page.renewals > 0)
  await saved(page)
  expect(titlesOn(page.client.board)).toEqual(['Not saved'])
  expect(titlesOn(await readStoredBoard(server.storage))).toEqual(['Not saved'])
})

test('[EPOCH-4] so does one that is opened later on the copy of a document that the backup has not', async () => {
  const line = new FakeLine()
  const closed = await putBackupInPlace(line)
  browser.close(closed.client)
  const page = await browser.openPage('Ada')
  await until('the document is renewed', () => page.renewals > 0)
  await saved(page)
  expect(titlesOn(page.client.board)).toEqual(['Not saved'])
  expect(titlesOn(await readStoredBoard(server.storage))).toEqual(['Not saved'])
})
