import { once } from 'node:events'
import type { Socket } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import type { BoardDocument } from '@/lib/board/layout'
import { addInitiatives } from '@/lib/board/operations/initiatives'
import type { BoardId } from '@/lib/ids'
import { LIMITS } from '@/lib/sync/limits'
import { encodeSync, MESSAGE, SYNC } from '@/lib/sync/messages'
import { addTitled, authorOf, idOf } from '../support/boards/board-edits'
import { BOARD, storeBoard } from '../support/boards/stored-board'
import { FakeClock } from '../support/fake-clock'
import { startRooms, type RoomGuest } from '../support/rooms/room-harness'
import { startSyncServer, type SyncServer } from '../support/rooms/sync-server'
import { until } from '../support/until'

const { UNFINISHED_BYTES, UNFINISHED_BYTES_IN_ALL, UNFINISHED_BYTES_PER_PERSON, UNFINISHED_MS } = LIMITS
const OTHER_BOARD = 'board-2' as BoardId
const OVERLOADED = 1013
const NOTHING = new Uint8Array([0, 0])

describe('messages that are not whole yet', () => {
  it('[ROOM-16] one that hardly gets on ends its sender, and nobody else notices', async () => {
    const { clock, join } = await startRooms()
    const [mallory, ben] = [await join('Mallory'), await join('Ben')]
    for (let ms = 0; ms <= UNFINISHED_MS; ms += 1_000) {
      mallory.socket.unfinishedBytes = LIMITS.FRAME_BYTES - UNFINISHED_BYTES + ms / 10
      await clock.advance(1_000)
    }
    await clock.advance(4_000)
    expect([mallory.socket.closed?.code, ben.socket.closed]).toEqual([OVERLOADED, null])
  })

  it('[ROOM-16] one that gets on is waited for, and so is who sends one after the other', async () => {
    const { clock, join } = await startRooms()
    const [slow, busy] = [await join('Slow'), await join('Busy')]
    for (let sent = 1; sent <= LIMITS.UPDATE_BYTES; sent += UNFINISHED_BYTES) {
      slow.socket.unfinishedBytes = sent
      busy.socket.unfinishedBytes = 100
      busy.socket.say(new Uint8Array([MESSAGE.queryAwareness]))
      for (const { socket } of [slow, busy]) socket.pong()
      await clock.advance(UNFINISHED_MS - 2_000)
    }
    expect([slow.socket.closed, busy.socket.closed]).toEqual([null, null])
  })

  it('[ROOM-16] time in which the server does not read does not count', async () => {
    const { clock, join, storage } = await startRooms()
    const [ada, ben] = [await join('Ada'), await join('Ben')]
    ada.socket.unfinishedBytes = 100
    await clock.advance(10_000)
    storage.isFull = true
    await ben.edit((board) => addTitled(board, 'Ben', 'waits'))
    await clock.advance(10 * UNFINISHED_MS)
    expect([ada.socket.isPaused, ada.socket.closed]).toEqual([true, null])
    storage.isFull = false
    await clock.advance(UNFINISHED_MS - 15_000)
    expect([ada.socket.isPaused, ada.socket.closed]).toEqual([false, null])
    await clock.advance(20_000)
    expect(ada.socket.closed?.code).toBe(OVERLOADED)
  })

  it('[ROOM-16] all sockets of one person together keep no more than a bounded part of them', async () => {
    const { clock, join } = await startRooms()
    const mallory = [await join('Mallory'), await join('Mallory'), await join('Mallory')]
    const ben = await join('Ben')
    for (const { socket } of [...mallory, ben]) socket.unfinishedBytes = LIMITS.FRAME_BYTES
    await clock.advance(LIMITS.HEARTBEAT_MS)
    expect(mallory.map(({ socket }) => socket.closed?.code)).toEqual([undefined, undefined, OVERLOADED])
    expect(ben.socket.closed).toBeNull()
  })

  it('[ROOM-16] of all people together, whoever has most gives up their newest sockets, on whatever board', async () => {
    const { clock, join, storage } = await startRooms()
    await storeBoard(storage, OTHER_BOARD)
    const crowd: RoomGuest[] = []
    for (let at = 0; at < UNFINISHED_BYTES_IN_ALL / UNFINISHED_BYTES_PER_PERSON; at++)
      for (const boardId of [BOARD, OTHER_BOARD]) crowd.push(await join(`Mallory ${at}`, { boardId }))
    for (const { socket } of crowd) socket.unfinishedBytes = UNFINISHED_BYTES_PER_PERSON / 2
    const ben = await join('Ben')
    ben.socket.unfinishedBytes = LIMITS.UPDATE_BYTES
    await clock.advance(LIMITS.HEARTBEAT_MS)
    const codes = crowd.map(({ socket }) => socket.closed?.code)
    expect(codes.filter((code) => code !== undefined)).toEqual([OVERLOADED])
    expect([codes.indexOf(OVERLOADED) % 2, ben.socket.closed]).toEqual([1, null])
  })

  it('[ROOM-16] whole messages count too that build on something missing, or wait for their turn', async () => {
    const { clock, join, storage } = await startRooms()
    await storeBoard(storage, OTHER_BOARD)
    // Of the first two each is held on its board, the others wait behind them.
    const mallory = [await join('Mallory'), await join('Mallory', { boardId: OTHER_BOARD })]
    for (const boardId of [BOARD, OTHER_BOARD]) mallory.push(await join('Mallory', { boardId }))
    const ben = await join('Ben')
    const large = withoutBeginning(UNFINISHED_BYTES_PER_PERSON / 2 - 1_000)
    for (const update of [NOTHING, large])
      for (const { socket } of [...mallory, ben]) socket.say(encodeSync(SYNC.step2, update))
    // Before those that wait have had their turn.
    await clock.advance(4_000)
    const codes = mallory.map(({ socket }) => socket.closed?.code)
    expect(codes).toEqual([undefined, undefined, OVERLOADED, OVERLOADED])
    expect(ben.socket.closed).toBeNull()
  })

  it('[ROOM-16] whole messages count no more once they are safe, however many there were', async () => {
    const { clock, join } = await startRooms()
    const ada = await join('Ada')
    const many = Array.from({ length: 200 }, (_one, at) => `Plan ${at}`)
    await ada.edit((board) => {
      for (const title of many) addSummed(board, title, 'x'.repeat(LIMITS.SUMMARY_CHARACTERS))
    })
    const again = Y.encodeStateAsUpdate(ada.board.doc)
    for (let sent = 0; sent <= UNFINISHED_BYTES_PER_PERSON; sent += again.length) {
      ada.socket.pong()
      await clock.advance(3_000)
      ada.socket.say(encodeSync(SYNC.update, again))
    }
    await clock.advance(LIMITS.HEARTBEAT_MS)
    expect(ada.socket.closed).toBeNull()
  })

  it('[ROOM-16] nobody gains time by being slowed down again and again', async () => {
    const { clock, join } = await startRooms()
    const mallory = await join('Mallory')
    mallory.socket.unfinishedBytes = 100
    for (let ms = 0; ms < 2 * UNFINISHED_MS; ms += 2_000) {
      await clock.advance(1_990)
      for (let at = 0; at <= 2 * LIMITS.FRAMES_PER_SECOND; at++) mallory.socket.pingServer()
      expect(mallory.socket.isPaused || mallory.socket.closed !== null).toBe(true)
      await clock.advance(10)
    }
    await clock.advance(4_000)
    expect(mallory.socket.closed?.code).toBe(OVERLOADED)
  })
})

/** An update of about so many bytes that builds on something nobody has. */
function withoutBeginning(bytes: number): Uint8Array {
  const doc = new Y.Doc()
  const placements = doc.getMap('placements')
  placements.set('a/canvas', 1)
  const before = Y.encodeStateVector(doc)
  placements.set('b/canvas', 'x'.repeat(bytes))
  return Y.encodeStateAsUpdate(doc, before)
}

function addSummed(board: BoardDocument, title: string, summary: string): void {
  addInitiatives(board, authorOf('Ada'), [{ id: idOf(title), title, summary }])
}

describe('messages that are not whole yet, on a real line', () => {
  let clock: FakeClock
  let server: SyncServer
  let client: WebSocket
  let line: Socket

  beforeEach(async () => {
    clock = new FakeClock()
    server = await startSyncServer(undefined, clock)
    client = new WebSocket(`${server.url}/${BOARD}`, { headers: { cookie: 'Mallory/participant' } })
    client.on('upgrade', (response) => (line = response.socket))
    await once(client, 'open')
    await until('it is let in', () => server.rooms.stats().sockets === 1)
  })
  afterEach(async () => {
    client.terminate()
    await server.stop()
  })

  const isLetGo = async (): Promise<boolean> => {
    await clock.advance(LIMITS.GOODBYE_MS)
    return client.readyState === WebSocket.CLOSED
  }

  /** Sends a part of a message and a ping behind it; done when the server has read both. */
  async function sendPart(bytes: number): Promise<void> {
    const read = once(client, 'pong')
    client.send(new Uint8Array(bytes), { fin: false })
    client.ping()
    await read
  }

  it('[ROOM-16] the mere head of a large one ends its sender', async () => {
    const closed = once(client, 'close')
    line.write(Buffer.from([0x82, 0xff, 0, 0, 0, 0, 0, 0x70, 0, 0, 1, 2, 3, 4]))
    await until('the line is let go', isLetGo)
    expect((await closed)[0]).toBe(OVERLOADED)
    expect(server.rooms.stats().sockets).toBe(0)
  })

  it('[ROOM-16] parts of one are waited for as long as they bring it on, whatever is between them', async () => {
    const closed = once(client, 'close')
    for (let part = 0; part < 10; part++) {
      await sendPart(UNFINISHED_BYTES)
      await clock.advance(UNFINISHED_MS - 2_000)
    }
    expect(server.rooms.stats().sockets).toBe(1)
    for (let part = 0; part < 10 && server.rooms.stats().sockets === 1; part++) {
      await sendPart(1)
      await clock.advance(5_000)
    }
    await until('the line is let go', isLetGo)
    expect((await closed)[0]).toBe(OVERLOADED)
  })
})
