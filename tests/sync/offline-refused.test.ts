import * as Y from 'yjs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { BoardDocument } from '@/lib/board/layout'
import { createRecords } from '@/lib/board/operations/records'
import { LIMITS } from '@/lib/sync/limits'
import { geoRecord } from '../support/boards/board-builders'
import { authorOf, idOf, titlesOn, typeInTitle } from '../support/boards/board-edits'
import { BOARD, readStoredBoard } from '../support/boards/stored-board'
import { FakeBrowser } from '../support/rooms/fake-browser'
import { toPerson } from '../support/rooms/room-harness'
import { startSyncServer, type SyncServer } from '../support/rooms/sync-server'
import { until } from '../support/until'

const ADA = { personId: toPerson('Ada').personId, boardId: BOARD }
const MANY = 2 * LIMITS.VIOLATIONS

let server: SyncServer

beforeEach(async () => {
  server = await startSyncServer()
})
afterEach(() => server.stop())

/** What a page of other rules lets its person draw. */
function drawFaint(board: BoardDocument, name: string, label: string): void {
  const meta = { createdBy: `person-${name}`, createdAt: 1 }
  for (let at = 0; at < MANY; at++)
    createRecords(board, authorOf(name), [geoRecord(`shape:${label}-${at}`, { opacity: 7, meta })])
}

test('[OFFLINE-5] however much of what was done offline is refused, each thing is listed once, the rest merges and its author stays', async () => {
  const browser = await FakeBrowser.install(() => server)
  const ada = browser.open('Ada')
  const state = (): string => ada.saveState.get().kind
  await until('all is saved', () => state() === 'saved')
  browser.goOffline()
  await until('the line is noticed', () => state() === 'offline')
  drawFaint(ada.board, 'Ada', 'faint')
  ada.commands.addInitiatives([{ id: idOf('Alpha'), title: 'Alpha' }])
  browser.isOnline = true
  await until('all is saved, or never will be', () => ['saved', 'closed'].includes(state()))
  expect(state()).toBe('saved')
  const refused = ada.offline.refused.get()
  expect([refused.length, new Set(refused.map(({ id }) => id)).size]).toEqual([MANY, MANY])
  expect(new Set(refused.map(({ reason }) => reason))).toEqual(new Set(['invalid-input']))
  const stored = await readStoredBoard(server.storage)
  expect([titlesOn(stored), stored.records.has('shape:faint-0')]).toEqual([['Alpha'], false])
  browser.stop()
})

test('[OFFLINE-5] what was typed letter by letter is told once, as it was at last, to who may only look on by then', async () => {
  const browser = await FakeBrowser.install(() => server)
  const ada = browser.open('Ada')
  const state = (): string => ada.saveState.get().kind
  await until('all is saved', () => state() === 'saved')
  ada.commands.addInitiatives([{ id: idOf('Alpha'), title: 'Alpha' }])
  await until('all is saved', () => state() === 'saved')
  browser.goOffline()
  await until('the line is noticed', () => state() === 'offline')
  const stored = async (): Promise<number> => (await browser.storage.read(ADA)).changes.length
  for (const [at, letter] of ['l', 'l', 'u', 'F'].entries()) {
    typeInTitle(ada.board, 'Ada', 'Alpha', letter)
    await until('it is written down', async () => (await stored()) === at + 1)
  }
  browser.close(ada)
  browser.isOnline = true
  const viewer = browser.open('Ada', { role: 'viewer' })
  await until('it is listed', () => viewer.offline.refused.get().length > 0)
  expect(viewer.offline.refused.get().flatMap(({ words }) => words)).toEqual([
    'Initiative: FullAlpha; effort 1',
  ])
  browser.stop()
})

test('[ROOM-14] whoever comes again and again with much that is refused is turned away, and what they write then counts', async () => {
  const comeWith = (label: string) => {
    const doc = new Y.Doc()
    const client = server.connect('Mallory', 'participant', { doc })
    drawFaint(client.board, 'Mallory', label)
    return client
  }
  const last = comeWith('first')
  await last.saved()
  drawFaint(last.board, 'Mallory', 'further')
  await until('the sender is put out', () => last.closedWith() !== null)
  expect(last.closedWith()).toBe(4403)
  for (let time = 2; time <= LIMITS.OFFENCES_FORGIVEN; time++) {
    const client = comeWith(`time-${time}`)
    await client.saved()
    client.stop()
  }
  const turnedAway = comeWith('too often')
  const codes: number[] = []
  turnedAway.provider.on('connection-close', (closing) => void codes.push(closing?.code ?? 0))
  await until('nobody is let in', () => codes.length > 0)
  expect(codes[0]).toBe(1013)
})

test('[ROOM-14] whoever goes on with messages of which much is refused is put out before many are put back', async () => {
  const client = server.connect('Mallory', 'participant')
  await client.synced()
  let sent = 0
  while (client.closedWith() === null) {
    sent++
    client.board.doc.transact(() => drawFaint(client.board, 'Mallory', `time-${sent}`))
    const isRefused = (): boolean => client.refusals.length === sent * MANY
    await until('all of it is refused', () => client.closedWith() !== null || isRefused())
  }
  expect(client.closedWith()).toBe(4403)
  expect(client.refusals.length).toBe((LIMITS.OFFENCES_FORGIVEN + 1) * MANY)
})
