import { afterEach, beforeEach, expect, test } from 'vitest'
import type { BoardClient } from '@/components/board/board-client'
import { createRecords, deleteRecords, updateRecords } from '@/lib/board/operations/records'
import { readRecord } from '@/lib/board/read'
import { ageStoredBoard } from '../support/boards/age-board'
import { geoRecord } from '../support/boards/board-builders'
import { authorOf, idOf, titlesOn, typeInTitle } from '../support/boards/board-edits'
import { BOARD, readStoredBoard } from '../support/boards/stored-board'
import { FakeBrowser, FakeLine, type FakePage } from '../support/rooms/fake-browser'
import { toPerson } from '../support/rooms/room-harness'
import { startSyncServer, type SyncServer } from '../support/rooms/sync-server'
import { until } from '../support/until'

const ADA = { personId: toPerson('Ada').personId, boardId: BOARD }
const META = { createdBy: ADA.personId, createdAt: 1 }
const [SHAPE, GONE] = [geoRecord('shape:a', { meta: META }), geoRecord('shape:gone', { meta: META })]

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
  return until('all is saved', () => client.saveState.get().kind === 'saved', 15_000)
}

async function written(count: number): Promise<void> {
  await until('it is written down', async () => (await browser.storage.read(ADA)).changes.length === count)
}

function moveTo(x: number, { board }: BoardClient, name: string): void {
  const map = board.records.get(SHAPE.id)
  const before = map && readRecord(map)
  if (before) updateRecords(board, authorOf(name), [{ before, after: { ...before, x } }])
}

async function onBoard(): Promise<unknown> {
  const stored = await readStoredBoard(server.storage)
  const map = stored.records.get(SHAPE.id)
  const shape = map && readRecord(map)
  return { titles: titlesOn(stored), x: shape?.['x'], isBack: stored.records.has(GONE.id) }
}

interface Deeds {
  readonly count: number
  /** What somebody does without a line in a page that then sleeps. */
  do(client: BoardClient): void
  /** What stands there when it has been brought. */
  readonly brought: object
}

const SEVERAL: Deeds = {
  count: 3,
  do: (client) => {
    typeInTitle(client.board, 'Ada', 'Alpha', 'Full ')
    moveTo(1, client, 'Ada')
    deleteRecords(client.board, authorOf('Ada'), [GONE.id])
  },
  brought: { titles: ['Full Alpha'], x: 1, isBack: false },
}
const DELETION: Deeds = {
  count: 1,
  do: ({ board }) => deleteRecords(board, authorOf('Ada'), [GONE.id]),
  brought: { titles: ['Alpha'], x: 0, isBack: false },
}

async function fallAsleep(line: FakeLine, deeds: Deeds): Promise<FakePage> {
  const page = await browser.openPage('Ada', { line })
  await saved(page)
  const { client } = page
  client.commands.addInitiatives([{ id: idOf('Alpha'), title: 'Alpha' }])
  createRecords(client.board, authorOf('Ada'), [SHAPE, GONE])
  await saved(page)
  await written(0)
  line.cut()
  await until('the line is noticed', () => client.saveState.get().kind === 'offline')
  deeds.do(client)
  await written(deeds.count)
  return page
}

/** Meanwhile a new epoch begins, another page brings what waits, and somebody else goes on from there. */
async function goOnWithout({ brought }: Deeds): Promise<void> {
  const kept = server.storage
  await server.stop()
  await ageStoredBoard(kept)
  server = await startSyncServer(kept)
  await server.connect('Bo').synced()
  const other = await browser.openPage('Ada')
  await saved(other)
  await written(0)
  expect(await onBoard()).toEqual(brought)
  browser.close(other.client)
  const bo = await browser.openPage('Bo')
  await saved(bo)
  typeInTitle(bo.client.board, 'Bo', 'Alpha', 'Our ')
  moveTo(9, bo.client, 'Bo')
  const meta = { ...META, createdBy: toPerson('Bo').personId }
  createRecords(bo.client.board, authorOf('Bo'), [{ ...GONE, meta }])
  await saved(bo)
  browser.close(bo.client)
}

test('[OFFLINE-6] a page that slept through a new epoch does nothing again that another page has brought since', async () => {
  const line = new FakeLine()
  const page = await fallAsleep(line, SEVERAL)
  await goOnWithout(SEVERAL)
  line.isCut = false
  await until('the document is renewed', () => page.renewals === 1, 15_000)
  await saved(page)
  expect(await onBoard()).toEqual({ titles: ['Our Full Alpha'], x: 9, isBack: true })
  expect(page.client.offline.refused.get()).toEqual([])
})

test('[OFFLINE-6] nor does one that has something more, which its full browser does not take', async () => {
  const line = new FakeLine()
  const page = await fallAsleep(line, DELETION)
  await goOnWithout(DELETION)
  const { write } = browser.storage
  browser.storage.write = (owner, given) =>
    given.changes?.length ? Promise.reject(new Error('QuotaExceededError')) : write(owner, given)
  createRecords(page.client.board, authorOf('Ada'), [geoRecord('shape:more', { meta: META, index: 'a7' })])
  line.isCut = false
  await until('the document is renewed', () => page.renewals === 1, 15_000)
  await saved(page)
  expect(await onBoard()).toEqual({ titles: ['Our Alpha'], x: 9, isBack: true })
  expect((await readStoredBoard(server.storage)).records.has('shape:more')).toBe(true)
})
