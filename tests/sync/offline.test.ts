import { react } from '@tldraw/state'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { BoardClient } from '@/components/board/board-client'
import { FakeBrowser } from '../support/rooms/fake-browser'
import { BOARD, readStoredBoard } from '../support/boards/stored-board'
import { startSyncServer, type SyncServer } from '../support/rooms/sync-server'
import { createRecords } from '@/lib/board/operations/records'
import { setInitiativeDeleted } from '@/lib/board/operations/initiatives'
import { ageStoredBoard, changeStored } from '../support/boards/age-board'
import { geoRecord } from '../support/boards/board-builders'
import { addTitled, authorOf, idOf, titlesOn, typeInTitle } from '../support/boards/board-edits'
import { toPerson } from '../support/rooms/room-harness'
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

function changesKept(page: BoardClient): number | null {
  const state = page.saveState.get()
  return state.kind === 'offline' || state.kind === 'unsynced' ? state.changes : null
}

async function written(count: number): Promise<void> {
  await until('it is written down', async () => (await browser.storage.read(ADA)).changes.length === count)
}

test('[OFFLINE-1] what was done offline in a page that was closed is shown at once, counted, and merges', async () => {
  const first = browser.open('Ada')
  await saved(first)
  add(first, 'Alpha')
  await saved(first)
  browser.goOffline()
  await until('the line is noticed', () => changesKept(first) === 0)
  add(first, 'Beta')
  add(first, 'Gamma')
  expect(changesKept(first)).toBe(0)
  await written(2)
  expect(changesKept(first)).toBe(2)
  browser.close(first)

  const again = browser.open('Ada')
  await until('the copy is shown', () => again.ready.get())
  expect(titlesOn(again.board)).toEqual(['Alpha', 'Beta', 'Gamma'])
  expect([changesKept(again), again.canEdit.get(), again.offline.isSynced.get()]).toEqual([2, true, false])
  await until('it is known to be offline', () => again.saveState.get().kind === 'offline')
  add(again, 'Delta')
  await until('it is kept as well', () => changesKept(again) === 3)
  const bo = server.connect('Bo')
  await bo.synced()
  addTitled(bo.board, 'Bo', 'Epsilon')
  await bo.saved()

  browser.isOnline = true
  await saved(again)
  await until('both have all', () => titlesOn(again.board).length === 5 && titlesOn(bo.board).length === 5)
  expect(titlesOn(await readStoredBoard(server.storage))).toHaveLength(5)
  await written(0)
})

test('[OFFLINE-2] a known board stands there before the server is heard, and is not called saved', async () => {
  const first = browser.open('Ada')
  await saved(first)
  add(first, 'Alpha')
  await saved(first)
  browser.close(first)
  const again = browser.open('Ada')
  const shown: [state: string, isSynced: boolean, titles: readonly string[]][] = []
  const stop = react('what is shown', () => {
    const [{ kind }, isSynced] = [again.saveState.get(), again.offline.isSynced.get()]
    if (again.ready.get()) shown.push([kind, isSynced, titlesOn(again.board)])
  })
  await saved(again)
  stop()
  expect(shown[0]).toEqual(['unsynced', false, ['Alpha']])
  expect(shown.filter(([kind, isSynced]) => kind === 'saved' && !isSynced)).toEqual([])
})

test('[OFFLINE-3] somebody else in the same browser is shown nothing of it and sends nothing of it', async () => {
  const ada = browser.open('Ada')
  await saved(ada)
  browser.goOffline()
  await until('the line is noticed', () => changesKept(ada) === 0)
  add(ada, 'Secret')
  await written(1)
  browser.close(ada)
  const bo = browser.open('Bo')
  await until('it is tried', () => bo.saveState.get().kind === 'connecting')
  expect([bo.ready.get(), titlesOn(bo.board)]).toEqual([false, []])
  browser.isOnline = true
  await saved(bo)
  expect([titlesOn(bo.board), bo.offline.refused.get()]).toEqual([[], []])
})

test('a browser that keeps nothing works as long as the page lives, and says so', async () => {
  browser.stop()
  browser = await FakeBrowser.install(() => server, { canKeep: false })
  const ada = browser.open('Ada')
  await saved(ada)
  expect(ada.offline.lasts.get()).toBe(false)
  browser.goOffline()
  await until('the line is noticed', () => changesKept(ada) === 0)
  add(ada, 'Alpha')
  browser.isOnline = true
  await saved(ada)
  expect(titlesOn(await readStoredBoard(server.storage))).toEqual(['Alpha'])
})

test('[OFFLINE-4] of a board that somebody was taken off, or that is deleted, nothing stays in their browser', async () => {
  for (const code of ['removed', 'board-deleted'] as const) {
    const ada = browser.open('Ada')
    await saved(ada)
    add(ada, `Alpha-${code}`)
    await saved(ada)
    if (code === 'removed') server.rooms.putOut(BOARD, toPerson('Ada').personId, code)
    else await server.rooms.close(BOARD, code)
    await until('it is closed', () => ada.saveState.get().kind === 'closed')
    await until('the databases are gone', async () => (await databases()).length === 1)
    expect(await browser.storage.listDocuments()).toEqual([])
    browser.close(ada)
  }
})

test('[OFFLINE-5] what was not taken and not put away is told once more by the page that is closed with the board', async () => {
  const ada = browser.open('Ada')
  await saved(ada)
  browser.goOffline()
  await until('the line is noticed', () => changesKept(ada) === 0)
  add(ada, 'Alpha')
  await written(1)
  browser.close(ada)
  browser.isOnline = true
  const viewer = browser.open('Ada', { role: 'viewer' })
  await saved(viewer)
  expect([viewer.offline.refused.get().length, viewer.listUnsaved()]).toEqual([1, []])
  server.rooms.putOut(BOARD, ADA.personId, 'removed')
  await until('it is told', () => viewer.saveState.get().kind === 'closed')
  expect(viewer.listUnsaved()).toEqual(['Initiative: Alpha; effort 1'])
})

test('[OFFLINE-5] what somebody did offline who may only look on by then is listed in words, and never sent', async () => {
  const ada = browser.open('Ada')
  await saved(ada)
  browser.goOffline()
  await until('the line is noticed', () => changesKept(ada) === 0)
  add(ada, 'Alpha')
  await written(1)
  browser.close(ada)
  browser.isOnline = true

  const viewer = browser.open('Ada', { role: 'viewer' })
  await until('it is listed', () => viewer.offline.refused.get().length === 1)
  expect(viewer.offline.refused.get()[0]).toMatchObject({
    reason: 'not-allowed',
    words: ['Initiative: Alpha; effort 1'],
  })
  await saved(viewer)
  expect(titlesOn(viewer.board)).toEqual([])
  await written(0)
  browser.close(viewer)

  const later = browser.open('Ada')
  await until('the list is still there', () => later.offline.refused.get().length === 1)
  later.offline.dismissRefused()
  await until('it is put away', async () => (await browser.storage.read(ADA)).refused.length === 0)
  browser.close(later)
  const last = browser.open('Ada')
  await saved(last)
  expect([last.offline.refused.get(), titlesOn(last.board)]).toEqual([[], []])
  expect(titlesOn(await readStoredBoard(server.storage))).toEqual([])
})

test('[OFFLINE-5] what the board puts back of what was done offline is listed, and the rest merges', async () => {
  const ada = browser.open('Ada')
  await saved(ada)
  browser.goOffline()
  await until('the line is noticed', () => changesKept(ada) === 0)
  add(ada, 'Alpha')
  createRecords(ada.board, authorOf('Ada'), [
    geoRecord('shape:a', { opacity: 7, meta: { createdBy: 'person-Ada', createdAt: 1 } }),
  ])
  browser.isOnline = true
  await until('it is listed', () => ada.offline.refused.get().length === 1)
  await saved(ada)
  expect(ada.offline.refused.get()[0]).toMatchObject({ reason: 'invalid-input', words: ['Something drawn'] })
  const stored = await readStoredBoard(server.storage)
  expect([titlesOn(stored), stored.records.has('shape:a')]).toEqual([['Alpha'], false])
})

test('[EPOCH-3] what waits when an epoch ends is done in the next, once, whether the page is open or was closed', async () => {
  const ada = await browser.openPage('Ada')
  await saved(ada.client)
  add(ada.client, 'Alpha')
  await saved(ada.client)
  const closed = browser.open('Bo')
  await saved(closed)
  browser.goOffline()
  await until('the line is noticed', () => changesKept(ada.client) === 0 && changesKept(closed) === 0)
  typeInTitle(ada.client.board, 'Ada', 'Alpha', 'Full ')
  add(ada.client, 'Beta')
  add(closed, 'Gamma')
  await written(2)
  browser.close(closed)
  await restartAged()
  browser.isOnline = true

  await until('a fresh document took its place', () => ada.renewals === 1)
  const bo = await browser.openPage('Bo')
  await saved(ada.client)
  await saved(bo.client)
  const stored = await readStoredBoard(server.storage)
  expect(stored.meta.get('epoch')).toBe(2)
  expect(titlesOn(stored)).toEqual(['Beta', 'Full Alpha', 'Gamma'])
  expect([ada.client.offline.refused.get(), bo.client.offline.refused.get()]).toEqual([[], []])
  await written(0)
})

test('[EPOCH-3] an open page takes along what waits also where the browser keeps nothing', async () => {
  browser.stop()
  browser = await FakeBrowser.install(() => server, { canKeep: false })
  const ada = await browser.openPage('Ada')
  await saved(ada.client)
  browser.goOffline()
  await until('the line is noticed', () => changesKept(ada.client) === 0)
  add(ada.client, 'Alpha')
  await restartAged()
  browser.isOnline = true
  await until('a fresh document took its place', () => ada.renewals === 1)
  await saved(ada.client)
  const stored = await readStoredBoard(server.storage)
  expect([stored.meta.get('epoch'), titlesOn(stored)]).toEqual([2, ['Alpha']])
})

test('[EPOCH-3] what the server took before the epoch ended is not done twice, though its ack was lost', async () => {
  const ada = browser.open('Ada')
  await saved(ada)
  add(ada, 'Alpha')
  await saved(ada)
  const { write } = browser.storage
  const lost: Parameters<typeof write>[] = []
  browser.storage.write = (...given) => (lost.push(given), write(...given))
  browser.goOffline()
  await until('the line is noticed', () => changesKept(ada) === 0)
  typeInTitle(ada.board, 'Ada', 'Alpha', 'Full ')
  await written(1)
  browser.isOnline = true
  await saved(ada)
  await written(0)
  browser.close(ada)
  // As if the page had ended after the server wrote and before it said so.
  await write(ADA, lost[0]?.[1] ?? {})
  await restartAged()
  const again = await browser.openPage('Ada')
  await until('all is saved', () => again.client.saveState.get().kind === 'saved')
  expect(titlesOn(again.client.board)).toEqual(['Full Alpha'])
  await written(0)
})

test('[EPOCH-3] what changes something that the next epoch has no more is given to its author in words', async () => {
  const ada = browser.open('Ada')
  await saved(ada)
  add(ada, 'Alpha')
  await saved(ada)
  browser.goOffline()
  await until('the line is noticed', () => changesKept(ada) === 0)
  typeInTitle(ada.board, 'Ada', 'Alpha', 'Full ')
  await written(1)
  browser.close(ada)
  await changeStored(server.storage, (board) => {
    setInitiativeDeleted(board, authorOf('Bo'), { id: idOf('Alpha'), deleted: true })
  })
  await restartAged()
  browser.isOnline = true
  const again = await browser.openPage('Ada')
  await until('it is listed', () => again.client.offline.refused.get().length === 1)
  expect(again.client.offline.refused.get()[0]).toMatchObject({
    reason: 'gone',
    words: ['Initiative: Full Alpha; effort 1'],
  })
})

/** The server is put away and comes back as a newer version of itself. */
async function restartAged(): Promise<void> {
  const { storage } = server
  await server.stop()
  await ageStoredBoard(storage)
  server = await startSyncServer(storage)
}

test('a browser that is full keeps on working and says that nothing outlives the page', async () => {
  const ada = browser.open('Ada')
  await saved(ada)
  browser.storage.write = () => Promise.reject(new Error('QuotaExceededError'))
  browser.goOffline()
  await until('the line is noticed', () => changesKept(ada) === 0)
  add(ada, 'Alpha')
  await until('it is known', () => !ada.offline.lasts.get())
  browser.isOnline = true
  await saved(ada)
  expect(titlesOn(await readStoredBoard(server.storage))).toEqual(['Alpha'])
})

test('a browser that is stopped takes its databases with it: the next test finds none of them', () => {
  const { indexedDB: ofBrowser } = globalThis
  browser.stop()
  expect(globalThis.indexedDB).not.toBe(ofBrowser)
})

async function databases(): Promise<readonly string[]> {
  return (await indexedDB.databases()).map(({ name = '' }) => name)
}
