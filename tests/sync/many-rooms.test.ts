import { expect, it } from 'vitest'
import * as Y from 'yjs'
import type { BoardId } from '@/lib/ids'
import { CAPS, encodeSync, SYNC } from '@/lib/sync/messages'
import { LIMITS } from '@/lib/sync/limits'
import { createMemoryBoardStorage } from '@/server/storage/memory-board-storage'
import { createRooms } from '@/server/sync/rooms'
import { FakeClock } from '../support/fake-clock'
import { FakeSocketPair, updatesIn } from '../support/rooms/fake-socket-pair'
import { collectGarbage } from '../support/held-memory'
import { createQuietLog } from '../support/quiet-log'
import { startRooms, toPerson } from '../support/rooms/room-harness'
import { titlesOn } from '../support/boards/board-edits'
import { BOARD, storeBoard } from '../support/boards/stored-board'

const BOARDS = 100
/** Each opens every board once; together that is 10,000 rooms. */
const ROUNDS = 100
const ROUNDS_TO_WARM_UP = 20
/** About as much as 130 bytes for each room would be. */
const GROWTH_BYTES = 1024 * 1024

it('[ROOM-3] ten thousand rooms, opened by ever new people and left again, leave nothing in memory', async () => {
  const [clock, storage] = [new FakeClock(), createMemoryBoardStorage()]
  const log = { ...createQuietLog(), info: () => undefined, debug: () => undefined }
  const boards = Array.from({ length: BOARDS }, (_, at) => `board-${at}` as BoardId)
  for (const boardId of boards) await storeBoard(storage, boardId)
  const rooms = createRooms({ storage, log, clock })
  rooms.start()
  let [opened, settledBytes] = [0, 0]
  for (let round = 1; round <= ROUNDS; round++) {
    const sockets = boards.map((boardId) => ({ boardId, socket: new FakeSocketPair() }))
    await Promise.all(
      sockets.map(({ boardId, socket }, at) =>
        rooms.connect(socket, { boardId, person: toPerson(`${round}-${at}`), caps: new Set(CAPS) }),
      ),
    )
    for (const { socket } of sockets) socket.say(encodeSync(SYNC.step1, Y.encodeStateVector(new Y.Doc())))
    await clock.advance(0)
    opened += sockets.filter(({ socket }) => updatesIn(socket.hear()).length > 0).length
    for (const { socket } of sockets) socket.leave()
    await clock.advance(LIMITS.ROOM_GRACE_MS)
    expect(rooms.stats()).toEqual({ rooms: 0, sockets: 0 })
    if (round === ROUNDS_TO_WARM_UP) settledBytes = collectGarbage()
  }
  expect(opened).toBe(BOARDS * ROUNDS)
  expect(collectGarbage() - settledBytes).toBeLessThan(GROWTH_BYTES)
  expect(clock.waiting).toBe(0)
  await rooms.stop()
}, 120_000)

it('[ROOM-3] a room that was only read is kept for a while where it took long to load', async () => {
  const { rooms, storage, clock } = await startRooms()
  const { load } = storage
  storage.load = async (boardId) => {
    await clock.advance(LIMITS.ROOM_QUICK_LOAD_MS + 1)
    return load(boardId)
  }
  await rooms.read(BOARD, titlesOn)
  await clock.advance(LIMITS.ROOM_GRACE_MS - 1)
  await rooms.read(BOARD, titlesOn)
  expect(storage.loads).toBe(1)
  await clock.advance(LIMITS.ROOM_GRACE_MS)
  expect(rooms.stats().rooms).toBe(0)
})
