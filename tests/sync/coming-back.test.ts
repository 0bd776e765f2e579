import * as Y from 'yjs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { BoardClient } from '@/components/board/board-client'
import { encodeSync, MESSAGE, SYNC } from '@/lib/sync/messages'
import { createMemoryBoardStorage } from '@/server/storage/memory-board-storage'
import { ageStoredBoard } from '../support/boards/age-board'
import { addTitled, idOf, titlesOn } from '../support/boards/board-edits'
import { BOARD, readStoredBoard, storeBoard } from '../support/boards/stored-board'
import { FakeBrowser } from '../support/rooms/fake-browser'
import type { HeardMessage } from '../support/rooms/fake-socket-pair'
import { startRooms, toPerson } from '../support/rooms/room-harness'
import { shake } from '../support/rooms/shaky-storage'
import { startSyncServer, type SyncServer } from '../support/rooms/sync-server'
import { until } from '../support/until'

const ADA = { personId: toPerson('Ada').personId, boardId: BOARD }

/** How much the server said it has of each client. */
function countedIn(heard: readonly HeardMessage[]): ReadonlyMap<number, number> {
  const step1 = heard.findLast(({ type, kind }) => type === MESSAGE.sync && kind === SYNC.step1)
  return Y.decodeStateVector(step1?.content as Uint8Array)
}

describe('coming back to a server that has not written yet', () => {
  it('[SAVE-1] a step1 counts nothing that is not safe on disk, and what is sent again is acked when it is', async () => {
    const { join, storage, clock } = await startRooms()
    const ada = await join('Ada')
    const { doc } = ada.board
    await ada.edit((board) => addTitled(board, 'Ada', 'safe'))
    await clock.advance(50)
    const safe = Y.getState(doc.store, doc.clientID)
    storage.isSlow = true
    for (const title of ['under way', 'behind it']) {
      await ada.edit((board) => addTitled(board, 'Ada', title))
      await clock.advance(50)
    }
    ada.socket.leave()

    const again = await join('Ada')
    expect(countedIn(again.hear()).get(doc.clientID)).toBe(safe)
    again.socket.say(encodeSync(SYNC.step2, Y.encodeStateAsUpdate(doc)))
    await clock.advance(100)
    expect(again.hear().filter(({ type }) => type === MESSAGE.ack)).toEqual([])
    storage.isSlow = false
    storage.letGo()
    await clock.advance(100)
    expect(again.hear().find(({ type }) => type === MESSAGE.ack)?.content).toBe(1)
    expect(titlesOn(await readStoredBoard(storage))).toEqual(['behind it', 'safe', 'under way'])
    const later = await join('Ada')
    expect(countedIn(later.hear()).get(doc.clientID)).toBe(Y.getState(doc.store, doc.clientID))
  })
})

describe('a page that comes back to a server whose disk is full', () => {
  const disk = createMemoryBoardStorage()
  let server: SyncServer
  let browser: FakeBrowser
  beforeEach(async () => {
    await storeBoard(disk)
    server = await startSyncServer(shake(disk))
    browser = await FakeBrowser.install(() => server)
  })
  afterEach(async () => {
    browser.stop()
    await server.stop()
  })

  const reaches = (page: BoardClient, kind: string): Promise<void> =>
    until(`it is ${kind}`, () => page.saveState.get().kind === kind)

  it('[SAVE-4] keeps what the server has only in memory, and brings it where the server then dies', async () => {
    const ada = await browser.openPage('Ada')
    await reaches(ada.client, 'saved')
    server.storage.isFull = true
    ada.client.commands.addInitiatives([{ id: idOf('Alpha'), title: 'Alpha' }])
    await reaches(ada.client, 'cannot-save')
    browser.goOffline()
    await reaches(ada.client, 'offline')
    browser.isOnline = true
    await reaches(ada.client, 'cannot-save')
    await until('its step2 has left', () => ada.client.offline.isSynced.get())
    expect(ada.client.listUnsaved()).toEqual(['Initiative: Alpha; effort 1'])
    expect((await browser.storage.read(ADA)).changes).toHaveLength(1)

    browser.goOffline()
    const dying = server.stop()
    await ageStoredBoard(disk)
    server = await startSyncServer(shake(disk))
    browser.isOnline = true
    await until('a fresh document took its place', () => ada.renewals === 1)
    await reaches(ada.client, 'saved')
    expect(titlesOn(await readStoredBoard(disk))).toEqual(['Alpha'])
    await dying
  })
})
