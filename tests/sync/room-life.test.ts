import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { addInitiatives } from '@/lib/board/operations/initiatives'
import type { PersonId } from '@/lib/ids'
import { LIMITS } from '@/lib/sync/limits'
import { encodeSync, HEARTBEAT_FRAME, MESSAGE, SYNC } from '@/lib/sync/messages'
import { createGuard } from '@/server/sync/guard/create-guard'
import { addTitled, authorOf, idOf, titlesOn } from '../support/boards/board-edits'
import { BOARD, readStoredBoard } from '../support/boards/stored-board'
import { FakeSocketPair, updatesIn } from '../support/rooms/fake-socket-pair'
import { startRooms, toPerson, type RoomGuest } from '../support/rooms/room-harness'

const everything = { boardId: BOARD, caps: new Set<never>() }

function updateFrames(guest: RoomGuest): number {
  return guest.hear().filter(({ type, kind }) => type === MESSAGE.sync && kind === SYNC.update).length
}

describe('the life of a room', () => {
  it('[ROOM-1] people who open a board at once share one load, and hear nothing before it is done', async () => {
    const { rooms, storage, clock } = await startRooms()
    const sockets = [new FakeSocketPair(), new FakeSocketPair(), new FakeSocketPair()]
    const opened = sockets.map((socket, at) =>
      rooms.connect(socket, { ...everything, person: toPerson(`P${at}`) }),
    )
    expect(sockets.flatMap((socket) => socket.hear())).toEqual([])
    await Promise.all(opened)
    await clock.advance(0)
    expect(storage.loads).toBe(1)
    expect(rooms.stats()).toEqual({ rooms: 1, sockets: 3 })
    expect(sockets.every((socket) => socket.hear().length > 0)).toBe(true)
  })

  it('[ROOM-2] a board that cannot be loaded is refused with 1013, and opens once it can', async () => {
    const { rooms, storage, join } = await startRooms()
    storage.isUnreadable = true
    const refused = [await join('Ada'), await join('Ben')]
    expect(refused.map(({ socket }) => socket.closed?.code)).toEqual([1013, 1013])
    expect(refused.flatMap(({ socket }) => socket.hear())).toEqual([])
    expect(rooms.stats()).toEqual({ rooms: 0, sockets: 0 })
    storage.isUnreadable = false
    const ada = await join('Ada')
    expect(ada.socket.closed).toBeNull()
    expect(ada.board.instances.size).toBe(1)
  })

  it('[ROOM-2] a stored document with gaps is not taken for the board', async () => {
    const { join, storage } = await startRooms()
    const ada = await join('Ada')
    const updates: Uint8Array[] = []
    ada.board.doc.on('update', (update: Uint8Array) => updates.push(update))
    addTitled(ada.board, 'Ada', 'lost')
    addTitled(ada.board, 'Ada', 'kept')
    const { rooms, storage: other } = await startRooms()
    const batch = { boardId: BOARD, epoch: 1, at: 2, changes: [], clientIds: [] }
    await other.append([{ ...batch, update: updates[1] ?? new Uint8Array() }])
    const socket = new FakeSocketPair()
    await rooms.connect(socket, { ...everything, person: toPerson('Ada') })
    expect(socket.closed?.code).toBe(1013)
    expect(storage.loads).toBe(1)
  })

  it('[ROOM-3] a room outlives its last connection by the grace time, and loads again afterwards', async () => {
    const { rooms, storage, clock, join } = await startRooms()
    const ada = await join('Ada')
    ada.socket.leave()
    await clock.advance(LIMITS.ROOM_GRACE_MS - 1)
    await join('Ben').then((ben) => ben.socket.leave())
    await clock.advance(LIMITS.ROOM_GRACE_MS - 1)
    expect([rooms.stats().rooms, storage.loads]).toEqual([1, 1])
    await clock.advance(1)
    expect(rooms.stats().rooms).toBe(0)
    expect(clock.waiting).toBe(0)
    await join('Cleo')
    expect(storage.loads).toBe(2)
  })

  it('[ROOM-3] a room that was only read is let go at once, one that somebody came to meanwhile stays', async () => {
    const { rooms, storage, clock, join } = await startRooms()
    expect(await rooms.read(BOARD, titlesOn)).toEqual([])
    await clock.advance(1)
    expect([rooms.stats().rooms, clock.waiting]).toEqual([0, 0])
    const [ada] = await Promise.all([join('Ada'), rooms.read(BOARD, titlesOn)])
    await clock.advance(1)
    expect([rooms.stats().rooms, storage.loads]).toEqual([1, 2])
    await ada.edit((board) => addTitled(board, 'Ada', 'one'))
    ada.socket.leave()
    await clock.advance(LIMITS.ROOM_GRACE_MS - 1)
    expect(await rooms.read(BOARD, titlesOn)).toEqual(['one'])
    await clock.advance(1)
    expect(rooms.stats().rooms).toBe(1)
  })

  it('[ROOM-3] a room that cannot be saved is not unloaded until it is', async () => {
    const { rooms, storage, clock, join } = await startRooms()
    const ada = await join('Ada')
    storage.isFull = true
    await ada.edit((board) => addTitled(board, 'Ada', 'precious'))
    ada.socket.leave()
    await clock.advance(10 * LIMITS.ROOM_GRACE_MS)
    expect(rooms.stats().rooms).toBe(1)
    storage.isFull = false
    await clock.advance(LIMITS.ROOM_GRACE_MS)
    expect(rooms.stats().rooms).toBe(0)
    expect(titlesOn(await readStoredBoard(storage))).toEqual(['precious'])
  })

  it('[ROOM-3] somebody who comes while a room is being put away keeps it', async () => {
    const { rooms, storage, clock, join } = await startRooms()
    const ada = await join('Ada')
    storage.isSlow = true
    await ada.edit((board) => addTitled(board, 'Ada', 'last'))
    ada.socket.leave()
    await clock.advance(2 * LIMITS.ROOM_GRACE_MS)
    const ben = await join('Ben')
    storage.isSlow = false
    storage.letGo()
    await clock.advance(100)
    ben.hear()
    expect([titlesOn(ben.board), rooms.stats()]).toEqual([['last'], { rooms: 1, sockets: 1 }])
    await ben.edit((board) => addTitled(board, 'Ben', 'next'))
    await clock.advance(100)
    expect(titlesOn(await readStoredBoard(storage))).toEqual(['last', 'next'])
  })

  it('[ROOM-3] what somebody sent and did not wait for is written', async () => {
    const { storage, clock, join } = await startRooms()
    const ada = await join('Ada')
    ada.board.doc.on('update', (update: Uint8Array) => ada.socket.say(encodeSync(SYNC.update, update)))
    addTitled(ada.board, 'Ada', 'in passing')
    ada.socket.leave()
    await clock.advance(20)
    expect(titlesOn(await readStoredBoard(storage))).toEqual(['in passing'])
  })

  it('[ROOM-4] many who write within one tick make one frame, and a sole writer hears no echo', async () => {
    const { join, clock } = await startRooms()
    const guests = [await join('Ada'), await join('Ben'), await join('Cleo'), await join('Dora')]
    const [ada, ben, cleo, dora] = guests as [RoomGuest, RoomGuest, RoomGuest, RoomGuest]
    await clock.advance(100)
    for (const guest of guests) guest.hear()
    for (const { board, socket, person } of [ada, ben, cleo]) {
      board.doc.once('update', (update: Uint8Array) => socket.say(encodeSync(SYNC.update, update)))
      addTitled(board, person.name, person.name)
    }
    await clock.advance(100)
    expect(guests.map(updateFrames)).toEqual([1, 1, 1, 1])
    expect(titlesOn(dora.board)).toEqual(['Ada', 'Ben', 'Cleo'])
    await ada.edit((board) => addTitled(board, 'Ada', 'alone', clock.now()))
    await clock.advance(100)
    expect(guests.map(updateFrames)).toEqual([0, 1, 1, 1])
  })

  it('[ROOM-4] what the server did for requests goes out before, a frame for each', async () => {
    const { rooms, join, clock } = await startRooms()
    const [ada, ben] = [await join('Ada'), await join('Ben')]
    await clock.advance(100)
    for (const guest of [ada, ben]) guest.hear()
    const orders = ['Order 1', 'Order 2'].map((title) =>
      rooms.apply(BOARD, authorOf('Fay'), (board) =>
        addInitiatives(board, authorOf('Fay'), [{ id: idOf(title), title }]),
      ),
    )
    await ada.edit((board) => addTitled(board, 'Ada', 'Written', clock.now()))
    await clock.advance(100)
    await Promise.all(orders)
    const authors = updatesIn(ben.hear()).map((update) => Y.decodeUpdate(update).structs[0]?.id.client)
    expect(authors.map((clientId) => clientId === ada.board.doc.clientID)).toEqual([false, false, true])
    expect(updateFrames(ada)).toBe(2)
  })

  it('[ROOM-4] who deletes alone hears nothing back of one message, and once of several', async () => {
    const { join, clock } = await startRooms()
    const ada = await join('Ada')
    await ada.edit((board) => addTitled(board, 'Ada', 'abc'))
    const title = ada.board.initiatives.get(idOf('abc'))?.get('title') as Y.Text
    await clock.advance(100)
    ada.hear()
    ada.board.doc.on('update', (update: Uint8Array) => ada.socket.say(encodeSync(SYNC.update, update)))
    const echoesOf = async (deletions: number): Promise<number> => {
      for (let at = 0; at < deletions; at++) title.delete(0, 1)
      await clock.advance(100)
      return updateFrames(ada)
    }
    expect([await echoesOf(1), await echoesOf(2)]).toEqual([0, 1])
  })

  it('a socket that has not asked for the state gets no updates, which would mean nothing to it', async () => {
    const { rooms, join, clock } = await startRooms()
    const ada = await join('Ada')
    const mute = new FakeSocketPair()
    await rooms.connect(mute, { ...everything, person: toPerson('Mute') })
    await ada.edit((board) => addTitled(board, 'Ada', 'one'))
    await clock.advance(100)
    const kinds = mute.hear().map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind === SYNC.update || kind === SYNC.step2)).toEqual([])
    mute.say(encodeSync(SYNC.step1, new Uint8Array([0])))
    await clock.advance(100)
    expect(mute.hear().map(({ kind }) => kind)).toContain(SYNC.step2)
  })

  it('[ROOM-7] silence never lasts longer than the heartbeat, and a dead line is found', async () => {
    const { rooms, join, clock } = await startRooms()
    const ada = await join('Ada')
    await clock.advance(0)
    ada.socket.hear()
    await clock.advance(LIMITS.HEARTBEAT_MS)
    expect(ada.socket.hear().map(({ frame }) => [...frame])).toEqual([[...HEARTBEAT_FRAME]])
    await clock.advance(LIMITS.PING_MS)
    ada.socket.pong()
    await clock.advance(LIMITS.PING_MS)
    expect([ada.socket.pings > 0, ada.socket.isTerminated]).toEqual([true, false])
    await clock.advance(3 * LIMITS.PING_MS)
    expect([ada.socket.isTerminated, rooms.stats().sockets]).toEqual([true, 0])
  })

  it('[ROOM-8] when nobody does anything only the heartbeat runs, and nothing once all have left', async () => {
    const { rooms, join, clock } = await startRooms()
    const ada = await join('Ada')
    // What it was answered is remembered for as long.
    await clock.advance(LIMITS.STATE_REMEMBERED_MS)
    expect(clock.waiting).toBe(1)
    ada.socket.leave()
    await clock.advance(LIMITS.ROOM_GRACE_MS + 1_000)
    expect([clock.waiting, rooms.stats().rooms]).toEqual([0, 0])
  })

  it('[ROOM-9] what a failed tick left behind is neither kept, nor read, nor built upon', async () => {
    const { rooms, join, clock, storage } = await startRooms((options) => ({
      runTick: () => {
        addTitled(options.board, 'Ada', 'never judged')
        throw new Error('broken')
      },
      reserve: () => undefined,
      overdue: () => [],
      waitAfresh: () => undefined,
      forget: () => undefined,
    }))
    const ada = await join('Ada')
    storage.isSlow = true
    const author = { personId: 'person-Ada' as PersonId, now: 1, origin: 'import' as const }
    const large = rooms.apply(BOARD, author, (board) => {
      for (let part = 0; part < 5; part++) addTitled(board, 'Ada', `${part}`.repeat(1024 * 1024))
      return []
    })
    await clock.advance(100)
    await ada.edit((board) => addTitled(board, 'Ada', 'sent'))
    await clock.advance(100)
    const calls = [rooms.apply(BOARD, author, () => []), rooms.read(BOARD, titlesOn)]
    const answers = Promise.allSettled(calls)
    storage.isSlow = false
    storage.letGo()
    await clock.advance(100)
    await large
    expect((await answers).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect(rooms.stats().rooms).toBe(0)
    expect((await storage.load(BOARD))?.snapshot).toBeNull()
    expect(await rooms.read(BOARD, titlesOn)).not.toContain('never judged')
  })

  it('[ROOM-9] a fault in telling what was saved lets everybody go to come again, and loses nothing', async () => {
    const { rooms, join, clock, log, storage } = await startRooms()
    const { append } = storage
    const [ada, ben] = [await join('Ada'), await join('Ben')]
    storage.append = async (batches) => {
      await append(batches)
      return null as never
    }
    await ada.edit((board) => addTitled(board, 'Ada', 'saved'))
    await clock.advance(100)
    storage.append = append
    expect([ada, ben].map(({ socket }) => socket.closed?.code)).toEqual([1013, 1013])
    expect([rooms.stats().rooms, log.events.includes('room.tell-failed')]).toEqual([0, true])
    const again = await join('Ada')
    again.hear()
    expect(titlesOn(again.board)).toEqual(['saved'])
  })

  it('a fault in serving one connection ends that connection alone', async () => {
    const { join, clock, log } = await startRooms()
    const [ada, ben] = [await join('Ada'), await join('Ben')]
    ben.socket.send = () => {
      throw new Error('no line')
    }
    await ada.edit((board) => addTitled(board, 'Ada', 'one'))
    await clock.advance(100)
    expect([ada.socket.closed, ben.socket.closed?.code]).toEqual([null, 1013])
    expect(log.events).toContain('socket.failed')
  })

  it('[ROOM-9] a room whose tick fails lets everybody go to come again, and is loaded afresh', async () => {
    let isBroken = false
    const { rooms, join, clock, log, storage } = await startRooms((options) => {
      const guard = createGuard(options)
      const runTick = guard.runTick.bind(guard)
      guard.runTick = (queue, now) => {
        if (isBroken) throw new Error('broken')
        return runTick(queue, now)
      }
      return guard
    })
    const [ada, ben] = [await join('Ada'), await join('Ben')]
    storage.isSlow = true
    await ada.edit((board) => addTitled(board, 'Ada', 'saved'))
    await clock.advance(100)
    isBroken = true
    await ada.edit((board) => addTitled(board, 'Ada', 'sent'))
    await clock.advance(100)
    const early = await join('Early')
    expect([ada, ben, early].map(({ socket }) => socket.closed?.code)).toEqual([1013, 1013, 1013])
    storage.isSlow = false
    storage.letGo()
    await clock.advance(100)
    expect([rooms.stats().rooms, log.events.includes('room.tick-failed')]).toEqual([0, true])
    isBroken = false
    const again = await join('Ada')
    await again.edit((board) => addTitled(board, 'Ada', 'sent again'))
    await clock.advance(100)
    expect(titlesOn(await rooms.read(BOARD, (board) => board))).toEqual(['saved', 'sent again'])
  })
})
