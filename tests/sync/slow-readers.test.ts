import * as Y from 'yjs'
import { describe, expect, it } from 'vitest'
import { LIMITS } from '@/lib/sync/limits'
import { encodeSync, MESSAGE, SYNC } from '@/lib/sync/messages'
import { createRecords } from '@/lib/board/operations/records'
import { geoRecord } from '../support/boards/board-builders'
import { addTitled, authorOf, idOf, titlesOn } from '../support/boards/board-edits'
import { updatesIn } from '../support/rooms/fake-socket-pair'
import { startRooms, type RoomGuest, type RoomHarness } from '../support/rooms/room-harness'

async function fillBoard(guest: RoomGuest, harness: RoomHarness, count: number): Promise<void> {
  const long = 'x'.repeat(LIMITS.SUMMARY_CHARACTERS)
  for (let at = 0; at < count; at++) {
    await guest.edit((board) => {
      addTitled(board, guest.person.name, `title ${at}`, harness.clock.now())
      const summary = board.initiatives.get(idOf(`title ${at}`))?.get('summary')
      if (summary instanceof Y.Text) summary.insert(0, long)
    })
    await harness.clock.advance(50)
  }
}

/** Three megabytes of notes that are quick to draw: a state that costs something. */
async function fillWithNotes(guest: RoomGuest, harness: RoomHarness): Promise<void> {
  for (let at = 0; at < 12; at++) {
    await guest.edit((board) => {
      const author = authorOf(guest.person.name, harness.clock.now())
      const meta = { createdBy: author.personId, createdAt: author.now, memo: 'word '.repeat(3_000) }
      const notes = Array.from({ length: 16 }, (_, note) => geoRecord(`shape:${at}-${note}`, { meta }))
      createRecords(board, author, notes)
    })
    await harness.clock.advance(1_000)
  }
}

describe('readers slower than the board', () => {
  it('[ROOM-6] a reader that fell behind gets nothing until it has caught up, then one difference', async () => {
    const harness = await startRooms()
    const [ada, slow] = [await harness.join('Ada'), await harness.join('Slow')]
    await ada.edit((board) => addTitled(board, 'Ada', 'before'))
    await harness.clock.advance(50)
    slow.hear()
    slow.socket.bufferedAmount = LIMITS.BUFFERED_LAGGING_BYTES + 1
    for (const title of ['one', 'two', 'three']) {
      await ada.edit((board) => addTitled(board, 'Ada', title))
      await harness.clock.advance(50)
    }
    expect(updatesIn(slow.hear())).toEqual([])
    slow.socket.bufferedAmount = LIMITS.BUFFERED_DRAINED_BYTES
    await harness.clock.advance(50)
    const caught = slow.hear()
    expect(updatesIn(caught)).toHaveLength(1)
    expect(titlesOn(slow.board)).toEqual(['before', 'one', 'three', 'two'])
    expect(Y.decodeUpdate(updatesIn(caught)[0] ?? new Uint8Array()).structs.length).toBeGreaterThan(0)
    await ada.edit((board) => addTitled(board, 'Ada', 'after'))
    await harness.clock.advance(50)
    slow.hear()
    expect(titlesOn(slow.board)).toContain('after')
  })

  it('[ROOM-6] a deletion that a reader missed is in its difference', async () => {
    const harness = await startRooms()
    const [ada, slow] = [await harness.join('Ada'), await harness.join('Slow')]
    await ada.edit((board) => addTitled(board, 'Ada', 'Title'))
    await harness.clock.advance(50)
    slow.hear()
    slow.socket.bufferedAmount = LIMITS.BUFFERED_LAGGING_BYTES + 1
    const title = ada.board.initiatives.get(idOf('Title'))?.get('title') as Y.Text
    await ada.edit(() => title.delete(0, 2))
    await harness.clock.advance(50)
    slow.socket.bufferedAmount = 0
    await harness.clock.advance(50)
    slow.hear()
    expect(titlesOn(slow.board)).toEqual(['tle'])
  })

  it('[ROOM-6] who left while a reader was behind is gone for it too', async () => {
    const harness = await startRooms()
    const [ada, slow] = [await harness.join('Ada'), await harness.join('Slow')]
    ada.socket.say(new Uint8Array([MESSAGE.awareness, 6, 1, 10, 1, 2, 0x7b, 0x7d]))
    await harness.clock.advance(50)
    slow.hear()
    slow.socket.bufferedAmount = LIMITS.BUFFERED_LAGGING_BYTES + 1
    await ada.edit((board) => addTitled(board, 'Ada', 'one'))
    await harness.clock.advance(50)
    ada.socket.leave()
    await harness.clock.advance(50)
    expect(slow.hear().filter(({ type }) => type === MESSAGE.awareness)).toEqual([])
    slow.socket.bufferedAmount = 0
    await harness.clock.advance(50)
    const [told] = slow.hear().filter(({ type }) => type === MESSAGE.awareness)
    expect(new TextDecoder().decode(told?.frame.slice(-4))).toBe('null')
  })

  const point = (guest: RoomGuest, clock: number): void => {
    const json = new TextEncoder().encode(JSON.stringify({ cursor: { x: clock, y: clock } }))
    guest.socket.say(new Uint8Array([MESSAGE.awareness, json.length + 4, 1, 10, clock, json.length, ...json]))
  }

  it('[ROOM-6] a reader that fell behind where people only point gets nothing more until it has caught up', async () => {
    const harness = await startRooms()
    const [ada, slow] = [await harness.join('Ada'), await harness.join('Slow')]
    point(ada, 1)
    await harness.clock.advance(200)
    slow.hear()
    slow.socket.bufferedAmount = LIMITS.BUFFERED_LAGGING_BYTES + 1
    for (let clock = 2; clock < 20; clock++) {
      point(ada, clock)
      await harness.clock.advance(200)
    }
    expect(slow.hear().filter(({ type }) => type === MESSAGE.awareness)).toEqual([])
    slow.socket.bufferedAmount = 0
    await harness.clock.advance(50)
    const caught = slow.hear().filter(({ type }) => type === MESSAGE.awareness)
    expect(caught).toHaveLength(1)
    expect(new TextDecoder().decode(caught[0]?.frame)).toContain('"cursor":{"x":19,"y":19}')
    await ada.edit((board) => addTitled(board, 'Ada', 'after'))
    await harness.clock.advance(50)
    slow.hear()
    expect(titlesOn(slow.board)).toEqual(['after'])
  })

  it('[ROOM-6] a reader that never takes what people point at is cut off with 1013', async () => {
    const harness = await startRooms()
    const [ada, slow] = [await harness.join('Ada'), await harness.join('Slow')]
    slow.socket.bufferedAmount = LIMITS.BUFFERED_LAGGING_BYTES + 1
    point(ada, 1)
    await harness.clock.advance(LIMITS.LAGGING_CUTOFF_MS + 100)
    expect([slow.socket.closed?.code, ada.socket.closed]).toEqual([1013, null])
  })

  it('[ROOM-6] a reader that misses changes after it missed where people point gets both', async () => {
    const harness = await startRooms()
    const [ada, slow] = [await harness.join('Ada'), await harness.join('Slow')]
    slow.socket.bufferedAmount = LIMITS.BUFFERED_LAGGING_BYTES + 1
    point(ada, 1)
    await harness.clock.advance(50)
    await ada.edit((board) => addTitled(board, 'Ada', 'one'))
    await harness.clock.advance(50)
    slow.socket.bufferedAmount = 0
    await harness.clock.advance(50)
    const caught = slow.hear()
    expect(titlesOn(slow.board)).toEqual(['one'])
    expect(caught.filter(({ type }) => type === MESSAGE.awareness)).toHaveLength(1)
  })

  it.each([
    ['holds too much', LIMITS.BUFFERED_CUTOFF_BYTES + 1, 100],
    ['takes too long', LIMITS.BUFFERED_LAGGING_BYTES + 1, LIMITS.LAGGING_CUTOFF_MS + 100],
  ])('[ROOM-6] a reader that %s is cut off with 1013, others are not', async (_how, buffered, afterMs) => {
    const harness = await startRooms()
    const [ada, slow] = [await harness.join('Ada'), await harness.join('Slow')]
    slow.socket.bufferedAmount = buffered
    await ada.edit((board) => addTitled(board, 'Ada', 'one'))
    await harness.clock.advance(afterMs)
    expect([slow.socket.closed?.code, ada.socket.closed]).toEqual([1013, null])
    await harness.clock.advance(5_000)
    expect(slow.socket.isTerminated).toBe(true)
  })

  it('[ROOM-10] a large state comes in pieces that each build on those before, then a small step2', async () => {
    const harness = await startRooms()
    const [ada, ben] = [await harness.join('Ada'), await harness.join('Ben')]
    await fillBoard(ada, harness, 60)
    ben.hear()
    await fillBoard(ben, harness, 80)
    const late = await harness.join('Lea')
    const heard = late.socket.hear().filter(({ type, kind }) => type === MESSAGE.sync && kind !== SYNC.step1)
    const kinds = heard.map(({ kind }) => kind)
    expect(kinds.length).toBeGreaterThan(3)
    expect(kinds.slice(0, -1).every((kind) => kind === SYNC.update)).toBe(true)
    expect(kinds.at(-1)).toBe(SYNC.step2)
    const doc = new Y.Doc()
    for (const { content, frame } of heard) {
      expect(frame.length).toBeLessThan(2 * LIMITS.STATE_PIECE_BYTES)
      Y.applyUpdate(doc, content as Uint8Array)
      expect(doc.store.pendingStructs).toBeNull()
    }
    ada.hear()
    expect(Y.encodeStateVector(doc)).toEqual(Y.encodeStateVector(late.board.doc))
    expect(doc.getMap('initiatives').size).toBe(80)
  })

  it('[ROOM-10] a state goes out no faster than its reader takes it, and nothing is missing afterwards', async () => {
    const harness = await startRooms()
    const [ada, late] = [await harness.join('Ada'), await harness.join('Lea')]
    late.hear()
    await fillBoard(ada, harness, 60)
    late.hear()
    late.socket.isStalled = true
    late.socket.bufferedAmount = LIMITS.BUFFERED_LAGGING_BYTES + 1
    late.socket.say(encodeSync(SYNC.step1, new Uint8Array([0])))
    await harness.clock.advance(50)
    expect(updatesIn(late.socket.hear())).toEqual([])
    await ada.edit((board) => addTitled(board, 'Ada', 'meanwhile'))
    for (let round = 0; round < 20; round++) {
      late.socket.bufferedAmount = 0
      await harness.clock.advance(50)
    }
    late.hear()
    expect(titlesOn(late.board)).toContain('meanwhile')
    expect(titlesOn(late.board)).toHaveLength(61)
  })

  it('[ROOM-6] a reader that asks for the state again and again without reading costs one answer', async () => {
    const harness = await startRooms()
    const [ada, slow] = [await harness.join('Ada'), await harness.join('Slow')]
    await fillBoard(ada, harness, 60)
    slow.hear()
    slow.socket.isStalled = true
    slow.socket.bufferedAmount = LIMITS.BUFFERED_LAGGING_BYTES
    for (let asked = 0; asked < 30; asked++) {
      slow.socket.say(encodeSync(SYNC.step1, new Uint8Array([0])))
      await harness.clock.advance(170)
    }
    let states = 0
    for (let round = 0; round < 20; round++) {
      slow.socket.bufferedAmount = 0
      await harness.clock.advance(50)
      states += slow.hear().filter(({ kind }) => kind === SYNC.step2).length
    }
    expect(states).toBe(2)
    expect(titlesOn(slow.board)).toHaveLength(60)
    expect(slow.socket.closed).toBeNull()
  })

  it('[ROOM-10] whoever asks for the whole state over and over gets it more and more seldom', async () => {
    const harness = await startRooms()
    const [ada, mal] = [await harness.join('Ada'), await harness.join('Mal')]
    await fillWithNotes(ada, harness)
    await harness.clock.advance(100)
    mal.hear()
    let bytes = 0
    const SECONDS = 10
    for (let asked = 0; asked < 6 * SECONDS; asked++) {
      mal.socket.say(encodeSync(SYNC.step1, new Uint8Array([0])))
      await harness.clock.advance(170)
      bytes += mal.socket.hear().reduce((sum, { frame }) => sum + frame.length, 0)
    }
    const most = LIMITS.STATE_BYTES_AT_ONCE + LIMITS.STATE_BYTES_PER_SECOND * (SECONDS + 1)
    expect(bytes).toBeGreaterThan(LIMITS.STATE_BYTES_AT_ONCE)
    expect(bytes).toBeLessThan(most)
    expect(mal.socket.closed).toBeNull()
    await ada.edit((board) => addTitled(board, 'Ada', 'at once'))
    await harness.clock.advance(100)
    expect(updatesIn(mal.hear()).length).toBeGreaterThan(0)
  })

  it('[ROOM-11] a sender over its rates is read more slowly and loses nothing; one that never stops is cut off', async () => {
    const harness = await startRooms()
    const [ada, ben] = [await harness.join('Ada'), await harness.join('Ben')]
    await ada.edit((board) => addTitled(board, 'Ada', 'Title'))
    for (let at = 0; at < 2 * LIMITS.UPDATES_PER_SECOND + 20; at++) {
      await ada.edit((board) => board.initiatives.get(idOf('Title'))?.set('effort', 1 + at))
    }
    expect(ada.socket.isPaused).toBe(true)
    await harness.clock.advance(5_000)
    expect(ada.socket.isPaused).toBe(false)
    ben.hear()
    expect(ben.board.initiatives.get(idOf('Title'))?.get('effort')).toBe(2 * LIMITS.UPDATES_PER_SECOND + 20)
    const vector = encodeSync(SYNC.step1, new Uint8Array([0]))
    for (let second = 0; second < 60 && !ada.socket.closed; second++) {
      for (let at = 0; at < 2 * LIMITS.UPDATES_PER_SECOND; at++) ada.socket.say(vector)
      await harness.clock.advance(1_000)
    }
    expect([ada.socket.closed?.code, ben.socket.closed]).toEqual([1013, null])
  })

  it('[ROOM-11] small messages read with a large one do not shorten the wait for it', async () => {
    const harness = await startRooms()
    const ada = await harness.join('Ada')
    const half = encodeSync(SYNC.update, new Uint8Array(0.9 * LIMITS.UPDATE_BYTES))
    for (let sent = 0; sent < 2; sent++) ada.socket.slipThrough(half)
    const question = new Uint8Array([MESSAGE.queryAwareness])
    for (let sent = 0; sent <= 2 * LIMITS.PRESENCE_FRAMES_PER_SECOND; sent++) ada.socket.slipThrough(question)
    await harness.clock.advance(1_000)
    expect(ada.socket.isPaused).toBe(true)
    await harness.clock.advance(5_000)
    expect(ada.socket.isPaused).toBe(false)
  })

  it('[ROOM-13] more sockets of one person are not more writing, and nobody else feels it', async () => {
    const harness = await startRooms()
    const sockets = await Promise.all(
      Array.from({ length: 6 }, (_, at) => harness.join(`Ada ${at}`, { person: 'Ada' })),
    )
    const ben = await harness.join('Ben')
    const burst = encodeSync(SYNC.update, new Uint8Array(0.9 * LIMITS.UPDATE_BYTES))
    for (const { socket } of [...sockets, ben]) socket.say(burst)
    const paused = sockets.map(({ socket }) => socket.isPaused)
    expect(paused).toEqual([false, false, false, true, true, true])
    expect(ben.socket.isPaused).toBe(false)
  })

  it('[ROOM-11] only a step2 that was asked for is not counted by its size', async () => {
    const harness = await startRooms()
    const ada = await harness.join('Ada')
    const large = encodeSync(SYNC.step2, new Uint8Array(2 * LIMITS.UPDATE_BYTES))
    ada.socket.say(large)
    expect(ada.socket.isPaused).toBe(false)
    ada.socket.say(large)
    expect(ada.socket.isPaused).toBe(true)
  })
})
