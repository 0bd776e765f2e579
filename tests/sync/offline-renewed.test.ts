import { afterEach, beforeEach, expect, test } from 'vitest'
import type { OfflineStorage } from '@/components/board/offline/storage/offline-storage'
import { createRecords } from '@/lib/board/operations/records'
import { ageStoredBoard } from '../support/boards/age-board'
import { geoRecord } from '../support/boards/board-builders'
import { authorOf, idOf, titlesOn, typeInTitle } from '../support/boards/board-edits'
import { readStoredBoard } from '../support/boards/stored-board'
import { FakeBrowser, type FakePage } from '../support/rooms/fake-browser'
import { toPerson } from '../support/rooms/room-harness'
import { startSyncServer, type SyncServer } from '../support/rooms/sync-server'
import { until } from '../support/until'

const SHAPE = geoRecord('shape:a', { meta: { createdBy: toPerson('Ada').personId, createdAt: 1 } })

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

function saved({ client }: FakePage): Promise<void> {
  return until('all is saved', () => client.saveState.get().kind === 'saved')
}

/** A page that typed and drew something without a line in such a browser; then it hears of a new epoch. */
async function renewWith(failing: (works: OfflineStorage) => Partial<OfflineStorage>): Promise<FakePage> {
  const page = await browser.openPage('Ada')
  await saved(page)
  page.client.commands.addInitiatives([{ id: idOf('Alpha'), title: 'Alpha' }])
  await saved(page)
  browser.goOffline()
  await until('the line is noticed', () => page.client.saveState.get().kind === 'offline')
  Object.assign(browser.storage, failing({ ...browser.storage }))
  typeInTitle(page.client.board, 'Ada', 'Alpha', 'Full ')
  createRecords(page.client.board, authorOf('Ada'), [SHAPE])
  const kept = server.storage
  await server.stop()
  await ageStoredBoard(kept)
  server = await startSyncServer(kept)
  await server.connect('Bo').synced()
  browser.isOnline = true
  await until('the document is renewed', () => page.renewals === 1)
  await saved(page)
  return page
}

const BROWSERS = {
  full: (works: OfflineStorage): Partial<OfflineStorage> => ({
    write: async (owner, write) => {
      if (write.changes?.length) throw new Error('QuotaExceededError')
      return works.write(owner, write)
    },
  }),
  'whose database died': (): Partial<OfflineStorage> => {
    const dead = (): Promise<never> => Promise.reject(new Error('the database is gone'))
    return { read: dead, write: dead, take: dead, noteDocument: dead, dropDocuments: dead, dropUnused: dead }
  },
}

test.each(Object.entries(BROWSERS))(
  '[EPOCH-3] what a browser %s could not write down comes along to a fresh document, once',
  async (_, failing) => {
    const page = await renewWith(failing)
    const stored = await readStoredBoard(server.storage)
    expect([titlesOn(stored), stored.records.has(SHAPE.id)]).toEqual([['Full Alpha'], true])
    expect(titlesOn(page.client.board)).toEqual(['Full Alpha'])
  },
)
