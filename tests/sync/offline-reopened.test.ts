import { afterEach, beforeEach, expect, test } from 'vitest'
import type { BoardClient } from '@/components/board/board-client'
import { createRecords, deleteRecords } from '@/lib/board/operations/records'
import { editText } from '@/lib/board/operations/texts'
import { listInitiatives } from '@/lib/board/read'
import { ageStoredBoard } from '../support/boards/age-board'
import { geoRecord } from '../support/boards/board-builders'
import { authorOf, idOf, titlesOn, typeInTitle } from '../support/boards/board-edits'
import { BOARD, readStoredBoard } from '../support/boards/stored-board'
import { FakeBrowser } from '../support/rooms/fake-browser'
import { toPerson } from '../support/rooms/room-harness'
import { startSyncServer, type SyncServer } from '../support/rooms/sync-server'
import { until } from '../support/until'

const ADA = { personId: toPerson('Ada').personId, boardId: BOARD }

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

function add(page: BoardClient, title: string): void {
  page.commands.addInitiatives([{ id: idOf(title), title }])
}

function saved(page: BoardClient): Promise<void> {
  return until('all is saved', () => page.saveState.get().kind === 'saved')
}

async function goOffline(page: BoardClient): Promise<void> {
  browser.goOffline()
  await until('the line is noticed', () => page.saveState.get().kind === 'offline')
}

/** The server is put away and comes back as a newer version of itself. */
async function restartAged(): Promise<void> {
  const { storage } = server
  await server.stop()
  await ageStoredBoard(storage)
  server = await startSyncServer(storage)
}

async function written(count: number): Promise<void> {
  await until('it is written down', async () => (await browser.storage.read(ADA)).changes.length === count)
}

test('[OFFLINE-1] a deletion that was undone, or typed anew, before the page was closed is not done a second time', async () => {
  const ada = browser.open('Ada')
  await saved(ada)
  const meta = { createdBy: 'person-Ada', createdAt: 1 }
  createRecords(ada.board, authorOf('Ada'), [geoRecord('shape:a', { meta }), geoRecord('shape:b', { meta })])
  add(ada, 'Alpha')
  await saved(ada)
  await goOffline(ada)
  ada.undo.push(deleteRecords(ada.board, authorOf('Ada'), ['shape:a']))
  ada.undo.undo()
  deleteRecords(ada.board, authorOf('Ada'), ['shape:b'])
  const title = { root: 'initiatives', id: idOf('Alpha'), field: 'title', at: 0 } as const
  editText(ada.board, authorOf('Ada'), { ...title, remove: 2, insert: '' })
  typeInTitle(ada.board, 'Ada', 'Alpha', 'Al')
  await written(5)
  browser.close(ada)

  const again = browser.open('Ada')
  await until('the copy is shown', () => again.ready.get())
  browser.isOnline = true
  await saved(again)
  const stored = await readStoredBoard(server.storage)
  expect([stored.records.has('shape:a'), stored.records.has('shape:b')]).toEqual([true, false])
  expect(titlesOn(stored)).toEqual(['Alpha'])
  await written(0)
})

test('[EPOCH-3] what was done last is done last, where a clock was set back in one page and before the next', async () => {
  const ada = browser.open('Ada')
  await saved(ada)
  await goOffline(ada)
  const own = (page: BoardClient, owner: string): void =>
    page.commands.setFields([{ id: idOf('Alpha'), fields: { owner } }])
  browser.clockAheadMs = 60_000
  add(ada, 'Alpha')
  browser.clockAheadMs = 0
  own(ada, 'First')
  await written(2)
  browser.close(ada)
  const next = browser.open('Ada')
  await until('the copy is shown', () => next.canEdit.get())
  own(next, 'Last')
  await written(3)
  browser.close(next)
  await restartAged()
  await server.connect('Bo').synced()
  browser.isOnline = true

  const again = (await browser.openPage('Ada')).client
  await saved(again)
  const stored = await readStoredBoard(server.storage)
  expect(listInitiatives(stored)).toMatchObject([{ title: 'Alpha', owner: 'Last' }])
  expect(again.offline.refused.get()).toEqual([])
})

test('[OFFLINE-1] a copy that never opens does not keep the board from its server', async () => {
  const first = browser.open('Ada')
  await saved(first)
  add(first, 'Alpha')
  await saved(first)
  browser.close(first)
  const { open } = indexedDB
  indexedDB.open = (name, version) =>
    name.startsWith('contour-document') ? ({} as IDBOpenDBRequest) : open.call(indexedDB, name, version)
  const again = browser.open('Ada')
  await saved(again)
  expect(titlesOn(again.board)).toEqual(['Alpha'])
})

test('a browser that never says what it kept is done without, and the page says that nothing outlives it', async () => {
  browser.storage = { ...browser.storage, read: () => new Promise(() => undefined) }
  const ada = browser.open('Ada')
  await saved(ada)
  expect(ada.offline.lasts.get()).toBe(false)
  add(ada, 'Alpha')
  await saved(ada)
  expect([titlesOn(await readStoredBoard(server.storage)), ada.offline.lasts.get()]).toEqual([
    ['Alpha'],
    false,
  ])
})

test('[EPOCH-3] what waits is still there when its page is left while it is being taken along', async () => {
  const first = browser.open('Ada')
  await saved(first)
  await goOffline(first)
  add(first, 'Alpha')
  await written(1)
  browser.close(first)
  await restartAged()
  // The next epoch begins when a board is loaded.
  await server.connect('Bo').synced()
  const { take } = browser.storage
  const storage = browser.storage
  const leave = { now: (): void => undefined, isDone: false }
  browser.storage = {
    ...storage,
    take: async (...given) => {
      leave.now()
      await take(...given)
      leave.isDone = true
    },
  }
  const left = browser.open('Ada', { epoch: 2 })
  leave.now = () => browser.close(left)
  browser.isOnline = true
  await until('it is left', () => leave.isDone)
  browser.storage = storage
  await written(1)
  const again = browser.open('Ada', { epoch: 2 })
  await saved(again)
  expect(titlesOn(await readStoredBoard(server.storage))).toEqual(['Alpha'])
  await written(0)
})

test('[OFFLINE-5] what a closed board lists for later is not called lost', async () => {
  const ada = browser.open('Ada')
  await saved(ada)
  await goOffline(ada)
  add(ada, 'Alpha')
  await written(1)
  await restartAged()
  browser.isOnline = true
  await until('it is closed', () => ada.saveState.get().kind === 'closed')
  expect([ada.listUnsaved(), ada.offline.refused.get().length]).toEqual([[], 1])
  await written(0)
})

test('[OFFLINE-1] a browser too busy to be read in time keeps a copy all the same, once the board is there', async () => {
  const { storage } = browser
  let goOn: () => void = () => undefined
  const busy = new Promise<void>((resolve) => (goOn = resolve))
  browser.storage = { ...storage, dropUnused: (...given) => busy.then(() => storage.dropUnused(...given)) }
  const ada = browser.open('Ada')
  await saved(ada)
  add(ada, 'Alpha')
  await saved(ada)
  expect(await storage.listDocuments()).toEqual([])
  goOn()
  await until('a copy is kept', async () => (await storage.listDocuments()).length === 1)
  add(ada, 'Beta')
  await saved(ada)
  browser.close(ada)

  browser.goOffline()
  browser.storage = storage
  const again = browser.open('Ada')
  await until('the copy is shown', () => again.ready.get())
  expect(titlesOn(again.board)).toEqual(['Alpha', 'Beta'])
})
