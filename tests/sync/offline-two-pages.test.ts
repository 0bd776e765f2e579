import { afterEach, beforeEach, expect, test } from 'vitest'
import type { BoardClient } from '@/components/board/board-client'
import type { OfflineStorage, Owner } from '@/components/board/offline/storage/offline-storage'
import { createRecords } from '@/lib/board/operations/records'
import { ageStoredBoard } from '../support/boards/age-board'
import { geoRecord } from '../support/boards/board-builders'
import { authorOf, idOf, titlesOn, typeInTitle } from '../support/boards/board-edits'
import { FakeBrowser, FakeLine } from '../support/rooms/fake-browser'
import { toPerson } from '../support/rooms/room-harness'
import { BOARD, readStoredBoard } from '../support/boards/stored-board'
import { startSyncServer, type SyncServer } from '../support/rooms/sync-server'
import { until } from '../support/until'

const ADA = { personId: toPerson('Ada').personId, boardId: BOARD }
const SHAPE = geoRecord('shape:a', { meta: { createdBy: ADA.personId, createdAt: 1 } })

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
  // A page that was without a line for long tries again only now and then.
  return until('all is saved', () => saveState.get().kind === 'saved', 15_000)
}

function offline({ saveState }: BoardClient): Promise<void> {
  return until('the line is noticed', () => saveState.get().kind === 'offline')
}

async function written(count: number): Promise<void> {
  await until('it is written down', async () => (await storage.read(ADA)).changes.length === count)
}

async function onBoard(): Promise<{ titles: readonly string[]; hasShape: boolean }> {
  const stored = await readStoredBoard(server.storage)
  return { titles: titlesOn(stored), hasShape: stored.records.has(SHAPE.id) }
}

/** A page that typed and drew something while its line is cut. */
async function workOffline(line: FakeLine): Promise<BoardClient> {
  const { client } = await browser.openPage('Ada', { line })
  await saved(client)
  client.commands.addInitiatives([{ id: idOf('Alpha'), title: 'Alpha' }])
  await saved(client)
  line.cut()
  await offline(client)
  typeInTitle(client.board, 'Ada', 'Alpha', 'Full ')
  createRecords(client.board, authorOf('Ada'), [SHAPE])
  await written(2)
  return client
}

/** The same in a page that was closed; then a new epoch began. */
async function leaveForTheNextEpoch(): Promise<void> {
  browser.close(await workOffline(new FakeLine()))
  const kept = server.storage
  await server.stop()
  await ageStoredBoard(kept)
  server = await startSyncServer(kept)
  // The next epoch begins when a board is loaded.
  await server.connect('Bo').synced()
}

/** What somebody else types before the title, in the epoch that began. */
async function typeAsBo(text: string): Promise<void> {
  const bo = browser.open('Bo', { epoch: 2 })
  await saved(bo)
  typeInTitle(bo.board, 'Bo', 'Alpha', text)
  await saved(bo)
}

/** A browser that writes down nothing that is new, as a full one; what was handed over by then is put back. */
function fill(before: () => Promise<unknown> = () => Promise.resolve()): void {
  const full = (): never => {
    throw new Error('QuotaExceededError')
  }
  browser.storage = {
    ...storage,
    write: async (owner, write) => (write.changes?.length ? full() : storage.write(owner, write)),
    take: async (owner, ids, redo) => {
      await before()
      redo((await storage.read(owner)).changes.filter(({ id }) => ids.includes(id)))
      full()
    },
  }
}

/** Lets nobody on before so many have come. */
function gathering(count: number): () => Promise<void> {
  let come = 0
  return () => {
    come++
    return until('all have come', () => come >= count)
  }
}

test('[OFFLINE-6] a page without the copy does not do again what another one still holds in its document', async () => {
  const line = new FakeLine()
  const first = await workOffline(line)
  await storage.dropDocuments(() => true)
  const second = browser.open('Ada')
  await saved(second)
  expect(await onBoard()).toEqual({ titles: ['Full Alpha'], hasShape: true })
  line.isCut = false
  await saved(first)
  expect(await onBoard()).toEqual({ titles: ['Full Alpha'], hasShape: true })
  for (const page of [first, second]) expect(titlesOn(page.board)).toEqual(['Full Alpha'])
  await written(0)
})

test('[OFFLINE-6] two pages of a full browser that come to a new epoch at once do it once', async () => {
  await leaveForTheNextEpoch()
  fill(gathering(2))
  const pages = await Promise.all([browser.openPage('Ada'), browser.openPage('Ada')])
  for (const { client } of pages) await saved(client)
  for (const { client } of pages) {
    await until('both have the same', () => titlesOn(client.board).join() === 'Full Alpha')
    expect(client.board.records.has(SHAPE.id)).toBe(true)
  }
  expect(await onBoard()).toEqual({ titles: ['Full Alpha'], hasShape: true })
  await written(0)
})

test('[OFFLINE-6] what a browser that lets go of nothing still has is not done again by the next page', async () => {
  await leaveForTheNextEpoch()
  const dead = (): Promise<never> => Promise.reject(new Error('the database is gone'))
  browser.storage = { ...storage, write: dead, take: dead }
  const { client } = await browser.openPage('Ada')
  await saved(client)
  browser.close(client)
  await typeAsBo('Our ')
  await written(2)
  browser.storage = storage
  const again = await browser.openPage('Ada')
  await saved(again.client)
  expect(await onBoard()).toEqual({ titles: ['Our Full Alpha'], hasShape: true })
  await written(0)
})

test('[OFFLINE-6] what a page of a full browser had not sent when it ended is done by the next', async () => {
  await leaveForTheNextEpoch()
  const death = { ofPage: (): void => undefined, hasCome: false }
  fill()
  const { take } = browser.storage
  browser.storage.take = async (...given) => {
    await take(...given).finally(() => {
      death.ofPage()
      death.hasCome = true
    })
  }
  const dying = await browser.openPage('Ada')
  death.ofPage = () => browser.close(dying.client)
  await until('the page died', () => death.hasCome)
  browser.storage = storage
  const again = await browser.openPage('Ada')
  await saved(again.client)
  expect(await onBoard()).toEqual({ titles: ['Full Alpha'], hasShape: true })
  await written(0)
})

test('[OFFLINE-6] what one page took along and could not send yet is sent by another, once', async () => {
  await leaveForTheNextEpoch()
  const line = new FakeLine()
  browser.storage = {
    ...storage,
    take: async (...given) => {
      await storage.take(...given)
      line.cut()
    },
  }
  const first = await browser.openPage('Ada', { line })
  await until('it is taken along', () => titlesOn(first.client.board).join() === 'Full Alpha')
  await offline(first.client)
  await typeAsBo('Our ')
  browser.storage = storage
  await storage.dropDocuments(() => true)
  const second = await browser.openPage('Ada')
  await saved(second.client)
  line.isCut = false
  await saved(first.client)
  const [title] = (await onBoard()).titles
  expect(title?.split(' ').sort()).toEqual(['Alpha', 'Full', 'Our'])
  for (const { client } of [first, second])
    await until('both have the same', () => titlesOn(client.board).join() === title)
  await written(0)
})

test('[OFFLINE-6] no page calls saved what another one has taken along and not sent', async () => {
  await leaveForTheNextEpoch()
  const line = new FakeLine()
  let [asked, hasEnded] = [0, false]
  browser.storage = {
    ...storage,
    take: async (...given) => {
      const isFirst = ++asked === 1
      await until('it is its turn', () => (isFirst ? asked > 1 : hasEnded))
      await storage.take(...given)
      if (isFirst) line.cut()
    },
  }
  const first = await browser.openPage('Ada', { line })
  await until('it asks', () => asked === 1)
  const second = await browser.openPage('Ada')
  await offline(first.client)
  browser.close(first.client)
  hasEnded = true
  await saved(second.client)
  expect(await onBoard()).toEqual({ titles: ['Full Alpha'], hasShape: true })
  await written(0)
})

test('[OFFLINE-6] what two pages did to the same card is done once by two that a new epoch finds open', async () => {
  const lines = [new FakeLine(), new FakeLine()]
  const pages = await Promise.all(lines.map((line) => browser.openPage('Ada', { line })))
  const [first, second] = pages.map(({ client }) => client) as [BoardClient, BoardClient]
  for (const page of [first, second]) await saved(page)
  first.commands.addInitiatives([{ id: idOf('Alpha'), title: 'Alpha' }])
  await saved(first)
  await until('both have it', () => titlesOn(second.board).length === 1)
  for (const line of lines) line.cut()
  for (const page of [first, second]) await offline(page)
  typeInTitle(first.board, 'Ada', 'Alpha', 'One ')
  typeInTitle(second.board, 'Ada', 'Alpha', 'Two ')
  typeInTitle(first.board, 'Ada', 'Alpha', 'Three ')
  await written(3)
  for (const page of [second, first]) browser.close(page)
  const kept = server.storage
  await server.stop()
  await ageStoredBoard(kept)
  server = await startSyncServer(kept)
  // Both are opened on the epoch that ends as the first of them comes.
  const again = await Promise.all([browser.openPage('Ada'), browser.openPage('Ada')])
  await until('both are renewed', () => again.every(({ renewals }) => renewals > 0))
  for (const { client } of again) await saved(client)
  const [title] = (await onBoard()).titles
  expect(title?.split(' ').sort()).toEqual(['Alpha', 'One', 'Three', 'Two'])
  await written(0)
})

/**
 * Two pages in the next epoch: the first has read all but the shape, takes that, and loses its line and ends before it
 * has sent it. Answers with the second, which has read all, as it takes what is left.
 */
async function takeAfterOneThatEnds({
  read = (owner: Owner) => storage.read(owner),
  line = new FakeLine(),
  onEnded = (): void => undefined,
} = {}): Promise<BoardClient> {
  await leaveForTheNextEpoch()
  const firstLine = new FakeLine()
  let [asked, hasRead, hasEnded] = [0, false, false]
  browser.storage = {
    ...storage,
    read: async (owner) => {
      const kept = await read(owner)
      return hasRead ? kept : { ...kept, changes: kept.changes.slice(0, 1) }
    },
    take: async (...given) => {
      const isFirst = ++asked === 1
      await until('it is its turn', () => (isFirst ? asked > 1 : hasEnded))
      await storage.take(...given)
      if (isFirst) firstLine.cut()
    },
  }
  const first = await browser.openPage('Ada', { line: firstLine })
  await until('it asks', () => asked === 1)
  hasRead = true
  const second = await browser.openPage('Ada', { line })
  await offline(first.client)
  browser.close(first.client)
  onEnded()
  hasEnded = true
  return second.client
}

test('[OFFLINE-6] a page that has one change more joins in what another one took and never sent', async () => {
  const second = await takeAfterOneThatEnds()
  await saved(second)
  expect(await onBoard()).toEqual({ titles: ['Full Alpha'], hasShape: true })
  await written(0)
})

test('[OFFLINE-6] a page that cannot read what another one took does not call it saved, and brings it later', async () => {
  const line = new FakeLine()
  let [isDeaf, deafReads] = [false, 0]
  const second = await takeAfterOneThatEnds({
    line,
    read: (owner) => {
      if (isDeaf && ++deafReads) return Promise.reject(new Error('the browser does not answer'))
      return storage.read(owner)
    },
    onEnded: () => (isDeaf = true),
  })
  await until('it tried to read', () => deafReads > 0)
  isDeaf = false
  line.cut()
  await offline(second)
  expect((await onBoard()).titles).toEqual(['Alpha'])
  line.isCut = false
  await saved(second)
  expect(await onBoard()).toEqual({ titles: ['Full Alpha'], hasShape: true })
  await written(0)
})
