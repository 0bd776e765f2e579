import { describe, expect, it } from 'vitest'
import type { Step } from '@/lib/board/step'
import type { PersonId } from '@/lib/ids'
import { LIMITS } from '@/lib/sync/limits'
import { encodeSync, HEARTBEAT_FRAME, MESSAGE, SYNC } from '@/lib/sync/messages'
import { addTitled, titlesOn } from '../support/boards/board-edits'
import { BOARD } from '../support/boards/stored-board'
import { FakeSocketPair } from '../support/rooms/fake-socket-pair'
import { startRooms, toPerson } from '../support/rooms/room-harness'

const AUTHOR = { personId: 'person-Ada' as PersonId, now: 1, origin: 'import' as const }
const EMPTY_STEP1 = encodeSync(SYNC.step1, new Uint8Array([0]))

function noLine(): never {
  throw new Error('no line')
}

describe('rooms and connections that end', () => {
  it('[ACCESS-11] whoever comes at any moment of the closing is put out or in a living room', async () => {
    const codes = new Set<number | undefined>()
    for (let turns = 0; turns < 12; turns++) {
      const { rooms, clock, join } = await startRooms()
      await join('Ada')
      const closing = rooms.close(BOARD, 'board-deleted')
      for (let turn = 0; turn < turns; turn++) await Promise.resolve()
      const late = new FakeSocketPair()
      await rooms.connect(late, { boardId: BOARD, person: toPerson('Late'), caps: new Set() })
      late.say(EMPTY_STEP1)
      await closing
      await clock.advance(100)
      const isServed = late.hear().some(({ type, kind }) => type === MESSAGE.sync && kind === SYNC.step2)
      expect([late.closed !== null, rooms.stats().sockets]).toEqual([!isServed, isServed ? 1 : 0])
      codes.add(late.closed?.code)
    }
    expect(codes).toEqual(new Set([4404, undefined]))
  })

  it('[ACCESS-11] a board closed while the disk is stuck leaves nobody waiting, and nothing is tried again', async () => {
    const { rooms, storage, clock, join } = await startRooms()
    const ada = await join('Ada')
    storage.isSlow = true
    await ada.edit((board) => addTitled(board, 'Ada', 'one'))
    await clock.advance(50)
    const calls = [rooms.read(BOARD, titlesOn), rooms.apply(BOARD, AUTHOR, () => [])]
    const answers = Promise.allSettled(calls)
    const closing = rooms.close(BOARD, 'board-deleted')
    await clock.advance(10_000)
    await closing
    expect((await answers).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    storage.isFull = true
    storage.letGo()
    await clock.advance(0)
    expect(clock.waiting).toBe(0)
  })

  it('[ROOM-9] a line that fails at the first word is given up, and keeps no place at the board', async () => {
    const { rooms, clock, log } = await startRooms()
    const socket = new FakeSocketPair()
    socket.send = noLine
    await rooms.connect(socket, { boardId: BOARD, person: toPerson('Mute'), caps: new Set(['session']) })
    expect([socket.closed?.code, rooms.stats().sockets]).toEqual([1013, 0])
    expect(log.events).toContain('socket.failed')
    await clock.advance(LIMITS.ROOM_GRACE_MS + 3_000)
    expect([clock.waiting, rooms.stats().rooms]).toEqual([0, 0])
  })

  it('[ROOM-9] a line that fails when it is tested ends alone, and the others still hear the heartbeat', async () => {
    const { join, clock } = await startRooms()
    const [ada, ben] = [await join('Ada'), await join('Ben')]
    ada.socket.ping = noLine
    await clock.advance(LIMITS.PING_MS + LIMITS.HEARTBEAT_MS)
    expect([ada.socket.closed?.code, ben.socket.closed]).toEqual([1013, null])
    ben.socket.hear()
    await clock.advance(LIMITS.HEARTBEAT_MS)
    expect(ben.socket.hear().map(({ frame }) => [...frame])).toEqual([[...HEARTBEAT_FRAME]])
  })

  it('[ROOM-7] silence lasts no longer than the heartbeat also after the clock was set back', async () => {
    const { join, clock } = await startRooms()
    const ada = await join('Ada')
    await clock.advance(LIMITS.PING_MS)
    const pings = ada.socket.pings
    ada.socket.pong()
    ada.socket.hear()
    clock.setBack(3_600_000)
    await clock.advance(LIMITS.HEARTBEAT_MS)
    expect(ada.socket.hear().map(({ frame }) => [...frame])).toContainEqual([...HEARTBEAT_FRAME])
    await clock.advance(LIMITS.PING_MS)
    expect(ada.socket.pings).toBeGreaterThan(pings)
  })

  it('[ACCESS-5] what its sender never completes is not held for ever, though nothing more is said', async () => {
    const { join, clock } = await startRooms()
    const [mallory, ben] = [await join('Mallory'), await join('Ben')]
    addTitled(mallory.board, 'Mallory', 'kept back')
    await mallory.edit((board) => addTitled(board, 'Mallory', 'builds on it'))
    await clock.advance(59_000)
    expect(mallory.socket.closed).toBeNull()
    await clock.advance(LIMITS.HEARTBEAT_MS)
    expect([mallory.socket.closed?.code, ben.socket.closed]).toEqual([4409, null])
  })

  it('[ROOM-9] a line that fails while the disk does ends alone', async () => {
    const { rooms, storage, join, clock } = await startRooms()
    const ada = await join('Ada')
    storage.isFull = true
    await ada.edit((board) => addTitled(board, 'Ada', 'one'))
    await clock.advance(50)
    const late = new FakeSocketPair()
    const { send } = late
    late.send = (frame) => (frame[1] === SYNC.step2 ? noLine() : send.call(late, frame))
    await rooms.connect(late, { boardId: BOARD, person: toPerson('Late'), caps: new Set() })
    await clock.advance(50)
    expect([late.closed?.code, ada.socket.closed]).toEqual([1013, null])
  })

  it('an operation that breaks the room is answered, and so is the one behind it', async () => {
    const { rooms, clock, join } = await startRooms()
    await join('Ada')
    const noStep = (): Step => null as unknown as Step
    const calls = [rooms.apply(BOARD, AUTHOR, noStep), rooms.apply(BOARD, AUTHOR, () => [])]
    let answers: string[] = []
    void Promise.allSettled(calls).then((all) => (answers = all.map(({ status }) => status)))
    await clock.advance(50)
    expect(answers).toEqual(['rejected', 'rejected'])
  })
})
