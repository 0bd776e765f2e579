import { react } from '@tldraw/state'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { BoardClient } from '@/components/board/board-client'
import type {
  KeptChange,
  KeptWrite,
  OfflineStorage,
} from '@/components/board/offline/storage/offline-storage'
import { createRecords, deleteRecords } from '@/lib/board/operations/records'
import { ageStoredBoard } from '../support/boards/age-board'
import { geoRecord } from '../support/boards/board-builders'
import { authorOf, idOf, titlesOn, typeInTitle } from '../support/boards/board-edits'
import { BOARD, readStoredBoard } from '../support/boards/stored-board'
import { FakeBrowser, FakeLine, type FakePage } from '../support/rooms/fake-browser'
import { toPerson } from '../support/rooms/room-harness'
import { startSyncServer, type SyncServer } from '../support/rooms/sync-server'
import { until } from '../support/until'

const ADA = { personId: toPerson('Ada').personId, boardId: BOARD }
const SHAPE = geoRecord('shape:a', { meta: { createdBy: ADA.personId, createdAt: 1 } })
const never = new Promise<never>(() => undefined)

let server: SyncServer
let browser: FakeBrowser
let storage: OfflineStorage

beforeEach(async () => {
  server = await startSyncServer()
  browser = await FakeBrowser.install(() => server)
  storage = browser.storage
})
afterEach(async () => {
  browser.stop()
  await server.stop()
})

function saved({ saveState }: BoardClient): Promise<void> {
  return until('all is saved', () => saveState.get().kind === 'saved')
}

/** Something typed and something drawn without a line, in a page that was closed; then a new epoch began. */
async function leaveForTheNextEpoch(): Promise<void> {
  const page = browser.open('Ada')
  await saved(page)
  page.commands.addInitiatives([{ id: idOf('Alpha'), title: 'Alpha' }])
  await saved(page)
  browser.goOffline()
  await until('the line is noticed', () => page.saveState.get().kind === 'offline')
  typeInTitle(page.board, 'Ada', 'Alpha', 'Full ')
  createRecords(page.board, authorOf('Ada'), [SHAPE])
  await until('it is written down', async () => (await storage.read(ADA)).changes.length === 2)
  browser.close(page)
  const kept = server.storage
  await server.stop()
  await ageStoredBoard(kept)
  server = await startSyncServer(kept)
  // The next epoch begins when a board is loaded.
  await server.connect('Bo').synced()
  browser.isOnline = true
}

/** Opens the board as the browser is again, until it is saved. */
async function openAgain(): Promise<FakePage> {
  browser.storage = storage
  const page = await browser.openPage('Ada')
  await saved(page.client)
  return page
}

async function onBoard(): Promise<{ titles: readonly string[]; hasShape: boolean }> {
  const stored = await readStoredBoard(server.storage)
  return { titles: titlesOn(stored), hasShape: stored.records.has(SHAPE.id) }
}

async function nothingKept(): Promise<void> {
  await until('nothing is kept', async () => (await storage.read(ADA)).changes.length === 0)
}

test('[EPOCH-3] what a page that ends before it is written down has taken along is done once, by the next', async () => {
  await leaveForTheNextEpoch()
  const death = { ofPage: (): void => undefined, hasCome: false }
  browser.storage = {
    ...storage,
    // The browser dies between handing the changes over and writing down what was made of them.
    take: async (owner, ids, redo) => {
      redo((await storage.read(owner)).changes.filter(({ id }) => ids.includes(id)))
      death.ofPage()
      death.hasCome = true
      return never
    },
  }
  const dying = await browser.openPage('Ada')
  death.ofPage = () => browser.close(dying.client)
  await until('the page died', () => death.hasCome)
  const bo = browser.open('Bo', { epoch: 2 })
  await saved(bo)
  typeInTitle(bo.board, 'Bo', 'Alpha', 'Our ')
  await saved(bo)
  await openAgain()
  expect(await onBoard()).toEqual({ titles: ['Full Our Alpha'], hasShape: true })
  await nothingKept()
})

test('[EPOCH-3] what a page that ends after it was written down had not sent yet is sent by the next, once', async () => {
  await leaveForTheNextEpoch()
  const death = { ofPage: (): void => undefined, hasCome: false }
  browser.storage = {
    ...storage,
    take: async (...given) => {
      await storage.take(...given)
      death.ofPage()
      death.hasCome = true
    },
  }
  const dying = await browser.openPage('Ada')
  death.ofPage = () => browser.close(dying.client)
  await until('the page died', () => death.hasCome)
  expect(await onBoard()).toEqual({ titles: ['Alpha'], hasShape: false })
  await openAgain()
  expect(await onBoard()).toEqual({ titles: ['Full Alpha'], hasShape: true })
  await nothingKept()
})

test('[EPOCH-3] what a page sent before it ended, and somebody deleted since, does not come back with the next', async () => {
  await leaveForTheNextEpoch()
  // From here on nothing that is acked is written down: the page ends before.
  browser.storage = { ...storage, write: () => never }
  const dying = await browser.openPage('Ada')
  await saved(dying.client)
  browser.close(dying.client)
  const bo = browser.open('Bo', { epoch: 2 })
  await saved(bo)
  deleteRecords(bo.board, authorOf('Bo'), [SHAPE.id])
  await saved(bo)
  expect((await storage.read(ADA)).changes).not.toEqual([])
  await openAgain()
  expect(await onBoard()).toEqual({ titles: ['Full Alpha'], hasShape: false })
  await nothingKept()
})

test('[EPOCH-3] a browser too full to write down what was taken along keeps what it was until it is safe', async () => {
  await leaveForTheNextEpoch()
  const isFor = ({ changes = [] }: KeptWrite): boolean => changes.length > 0
  browser.storage = {
    ...storage,
    write: (owner, write) =>
      isFor(write) ? Promise.reject(new Error('QuotaExceededError')) : storage.write(owner, write),
    take: async (owner, ids, redo) => {
      redo((await storage.read(owner)).changes.filter(({ id }) => ids.includes(id)))
      throw new Error('QuotaExceededError')
    },
  }
  const full = await browser.openPage('Ada')
  const said: boolean[] = []
  const stop = react('said', () => void said.push(full.client.offline.lasts.get()))
  await saved(full.client)
  stop()
  expect(said).toContain(false)
  await nothingKept()
  browser.close(full.client)
  await openAgain()
  expect(await onBoard()).toEqual({ titles: ['Full Alpha'], hasShape: true })
})

test('[EPOCH-3] a browser that answers nobody holds nothing up for long: it is done once, and let go of at last', async () => {
  await leaveForTheNextEpoch()
  let answer = (): void => undefined
  const allowed = new Promise<void>((resolve) => (answer = resolve))
  browser.storage = { ...storage, take: (...given) => allowed.then(() => storage.take(...given)) }
  const page = await browser.openPage('Ada')
  // Until it takes the next thing that is written down.
  const said: boolean[] = []
  const stop = react('said', () => void said.push(page.client.offline.lasts.get()))
  await until('it has been sent', () => page.client.board.records.has(SHAPE.id))
  stop()
  expect(said).toContain(false)
  await saved(page.client)
  answer()
  await nothingKept()
  browser.close(page.client)
  await openAgain()
  expect(await onBoard()).toEqual({ titles: ['Full Alpha'], hasShape: true })
})

test('[EPOCH-3] a browser that stops answering while a document is renewed holds it up briefly: what waited is done once', async () => {
  const page = await browser.openPage('Ada')
  await saved(page.client)
  page.client.commands.addInitiatives([{ id: idOf('Alpha'), title: 'Alpha' }])
  await saved(page.client)
  await nothingKept()
  browser.goOffline()
  await until('the line is noticed', () => page.client.saveState.get().kind === 'offline')
  const kept = server.storage
  await server.stop()
  await ageStoredBoard(kept)
  server = await startSyncServer(kept)
  await server.connect('Bo').synced()
  let answer = (): void => undefined
  const allowed = new Promise<void>((resolve) => (answer = resolve))
  const late = Object.fromEntries(
    Object.entries(storage)
      .filter(([, call]) => typeof call === 'function')
      .map(([name, call]) => [name, (...given: unknown[]) => allowed.then(() => call(...given))]),
  )
  Object.assign(browser.storage, { ...storage, ...late })
  typeInTitle(page.client.board, 'Ada', 'Alpha', 'Full ')
  createRecords(page.client.board, authorOf('Ada'), [SHAPE])
  browser.isOnline = true
  await until('the document is renewed', () => page.renewals === 1)
  await saved(page.client)
  expect(await onBoard()).toEqual({ titles: ['Full Alpha'], hasShape: true })
  answer()
  await nothingKept()
  browser.close(page.client)
  await openAgain()
  expect(await onBoard()).toEqual({ titles: ['Full Alpha'], hasShape: true })
})

test('[ACCESS-6] what a page wrote under a client id that is somebody else’s is done anew under another, once', async () => {
  const page = await browser.openPage('Ada')
  const bo = browser.open('Bo')
  for (const client of [page.client, bo]) await saved(client)
  bo.commands.addInitiatives([{ id: idOf('Alpha'), title: 'Alpha' }])
  await until('Ada sees it', () => titlesOn(page.client.board).length === 1)
  page.client.board.doc.clientID = bo.board.doc.clientID
  typeInTitle(page.client.board, 'Ada', 'Alpha', 'Full ')
  createRecords(page.client.board, authorOf('Ada'), [SHAPE])
  await until('the document is renewed', () => page.renewals === 1)
  await saved(page.client)
  expect(await onBoard()).toEqual({ titles: ['Full Alpha'], hasShape: true })
  await nothingKept()
})

test('[EPOCH-3] more than a thousand changes taken along are taken at once where the line broke before they were acked', async () => {
  await leaveForTheNextEpoch()
  const runs = Array.from({ length: 70 }, (_, at) => ({ id: `shape:${at}`, heir: 1_000 + at }))
  const [like] = (await storage.read(ADA)).changes
  if (!like) throw new Error('Something was left.')
  const changes = runs.map(({ id, heir }): KeptChange => {
    const record = { ...SHAPE, id }
    return {
      ...like,
      ...{ id, heirs: [heir], touched: [`records/${id}`], parts: [{ kind: 'record', id, record }] },
    }
  })
  await storage.write(ADA, { changes })
  const line = new FakeLine()
  browser.storage = {
    ...storage,
    take: async (...given) => {
      await storage.take(...given)
      line.cut()
    },
  }
  const page = await browser.openPage('Ada', { line })
  await until('it is taken along', () => page.client.board.records.has('shape:69'))
  await until('the line is noticed', () => page.client.saveState.get().kind === 'offline')
  line.isCut = false
  await saved(page.client)
  expect(page.client.offline.refused.get()).toEqual([])
  const stored = await readStoredBoard(server.storage)
  expect(runs.filter(({ id }) => !stored.records.has(id))).toEqual([])
})
