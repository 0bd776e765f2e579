import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { describe, expect, it } from 'vitest'
import { addInitiatives } from '@/lib/board/operations/initiatives'
import type { InitiativeId } from '@/lib/ids'
import { LIMITS } from '@/lib/sync/limits'
import { encodeSync, MESSAGE, SYNC } from '@/lib/sync/messages'
import { createGuard } from '@/server/sync/guard/create-guard'
import { addTitled, authorOf, titlesOn } from '../support/boards/board-edits'
import { BOARD } from '../support/boards/stored-board'
import { startRooms, type RoomGuest, type RoomHarness } from '../support/rooms/room-harness'

const STRUCTS = LIMITS.STRUCTS_PER_UPDATE
/** Node reads 64 KB at once, and the smallest frame with any content has 7 bytes. */
const FRAMES = 10_000
const WRITES_OFFLINE = 40_000
const TAIL = 30_000

/** So many structs that hold nothing, in two bytes each. */
function emptyStructs(client: number): Uint8Array {
  return encoding.encode((encoder) => {
    for (const number of [1, STRUCTS, client, 0]) encoding.writeVarUint(encoder, number)
    for (let at = 0; at < STRUCTS; at++) encoding.writeUint8Array(encoder, Uint8Array.of(0, 1))
    encoding.writeVarUint(encoder, 0)
  })
}

/** What one board has taken so far, in parts of an update. */
async function startCounting(): Promise<{
  harness: RoomHarness
  ticks: number[]
  /** The connections of which nothing is held any more. */
  forgotten: number[]
}> {
  const ticks: number[] = []
  const forgotten: number[] = []
  const harness = await startRooms((options) => {
    const guard = createGuard(options)
    const runTick = guard.runTick.bind(guard)
    guard.runTick = (queue, now) => {
      const heavy = queue.filter(({ update }) => update.length > STRUCTS)
      if (heavy.length > 0) ticks.push(heavy.length)
      return runTick(queue, now)
    }
    const forget = guard.forget.bind(guard)
    guard.forget = (connectionId) => {
      forgotten.push(connectionId)
      forget(connectionId)
    }
    return guard
  })
  return { harness, ticks, forgotten }
}

function addMany(guest: RoomGuest, count: number): void {
  const rows = Array.from({ length: count }, (_, at) => ({
    id: `row-${at}` as InitiativeId,
    title: `Row ${at}`,
  }))
  addInitiatives(guest.board, authorOf('Ada'), rows)
}

/** Long texts, all written by this guest. */
async function writeSummaries(guest: RoomGuest, count: number): Promise<Y.Text[]> {
  await guest.edit(() => addMany(guest, count))
  const texts = [...guest.board.initiatives.values()].map((fields) => fields.get('summary') as Y.Text)
  await guest.edit(() => texts.forEach((text) => text.insert(0, 'x'.repeat(LIMITS.SUMMARY_CHARACTERS))))
  return texts
}

/** Puts so many items of this guest behind all they wrote before. */
function growTail(guest: RoomGuest, items: number): Promise<void> {
  const [one, other] = [...guest.board.initiatives.values()]
  return guest.edit(() => {
    for (let at = 0; at < items; at++) (at % 2 === 0 ? one : other)?.set('effort', 1 + (at % 50))
  })
}

function deleteEverySecond(text: Y.Text, most: number): void {
  for (let at = text.length - 2, left = most; at > 0 && left > 0; at -= 2, left--) text.delete(at, 1)
}

function lengthsOn(guest: RoomGuest): number[] {
  guest.hear()
  return [...guest.board.initiatives.values()]
    .map((fields) => (fields.get('summary') as Y.Text).length)
    .filter((length) => length > 0)
}

const lastAck = (guest: RoomGuest): unknown =>
  guest.hear().findLast(({ type }) => type === MESSAGE.ack)?.content

describe('updates that are much work', () => {
  it('[ROOM-15] as many of the smallest structs as one update may hold count by their work, and are paid for', async () => {
    const { harness } = await startCounting()
    const [mallory, ben] = [await harness.join('Mallory'), await harness.join('Ben')]
    mallory.socket.say(encodeSync(SYNC.update, emptyStructs(4242)))
    expect(mallory.socket.isPaused).toBe(true)
    const owedMs =
      (1000 * (STRUCTS * LIMITS.STRUCT_WORK_BYTES - LIMITS.UPDATE_BYTES)) / LIMITS.UPDATE_BYTES_PER_SECOND
    await harness.clock.advance(owedMs - 100)
    expect(mallory.socket.isPaused).toBe(true)
    await ben.edit((board) => addTitled(board, 'Ben', 'meanwhile'))
    await harness.clock.advance(200)
    expect([mallory.socket.isPaused, mallory.socket.closed]).toEqual([false, null])
    mallory.hear()
    expect(titlesOn(mallory.board)).toEqual(['meanwhile'])
  })

  it('[ROOM-15] answers on all sockets of one person are taken one after the other as they are paid for', async () => {
    const { harness, ticks } = await startCounting()
    const sockets = await Promise.all(
      Array.from({ length: 6 }, (_, at) => harness.join(`Mallory ${at}`, { person: 'Mallory' })),
    )
    const ben = await harness.join('Ben')
    sockets.forEach(({ socket }, at) => {
      socket.slipThrough(encodeSync(SYNC.step2, emptyStructs(5_000 + at)))
      socket.slipThrough(encodeSync(SYNC.update, new Uint8Array([0, 0])))
    })
    await harness.clock.advance(1_000)
    expect(ticks).toEqual([1, 1])
    await ben.edit((board) => addTitled(board, 'Ben', 'at once'))
    await harness.clock.advance(60)
    expect(lastAck(ben)).toBe(1)
    await harness.clock.advance(60_000)
    expect([ticks, sockets.map(({ socket }) => socket.closed)]).toEqual([
      [1, 1, 1, 1, 1, 1],
      sockets.map(() => null),
    ])
    expect(sockets.map(lastAck)).toEqual(sockets.map(() => 1))
  })

  it('[ROOM-15] a clock that is set back leaves what is read waiting no longer than it owes', async () => {
    const { harness } = await startCounting()
    const ada = await harness.join('Ada')
    ada.socket.say(encodeSync(SYNC.update, emptyStructs(7_000)))
    await harness.clock.advance(10_000)
    expect([ada.socket.isPaused, lastAck(ada)]).toEqual([false, 1])
    await harness.clock.advance(-60_000)
    ada.socket.slipThrough(encodeSync(SYNC.update, emptyStructs(7_001)))
    ada.socket.slipThrough(encodeSync(SYNC.update, emptyStructs(7_002)))
    expect(ada.socket.isPaused).toBe(true)
    await harness.clock.advance(30_000)
    expect([ada.socket.closed, lastAck(ada)]).toEqual([null, 3])
  })

  it('[ROOM-15] what large updates of several people bring is spread over ticks', async () => {
    const { harness, ticks } = await startCounting()
    const guests = await Promise.all(['Ada', 'Ben', 'Cleo'].map((name) => harness.join(name)))
    guests.forEach(({ socket }, at) => socket.say(encodeSync(SYNC.update, emptyStructs(6_000 + at))))
    await harness.clock.advance(200)
    expect(ticks).toEqual([1, 1, 1])
  })

  it('[ACCESS-5] what was held for somebody who left is forgotten with their line, however much of others waits for its turn', async () => {
    const { harness, ticks, forgotten } = await startCounting()
    const [mallory, ...others] = await Promise.all(
      ['Mallory', 'Ada', 'Ben'].map((name) => harness.join(name)),
    )
    others.forEach(({ socket }, at) => socket.say(encodeSync(SYNC.update, emptyStructs(8_000 + at))))
    mallory?.socket.say(encodeSync(SYNC.update, emptyStructs(8_100)))
    others[0]?.socket.leave()
    mallory?.socket.leave()
    const seen: [number, number][] = []
    for (let ms = 0; ms < 200; ms++) {
      await harness.clock.advance(1)
      if (seen.length < forgotten.length) seen.push([forgotten.length, ticks.length])
    }
    expect(seen).toEqual([
      [1, 1],
      [2, 3],
    ])
  })

  it('[ROOM-15] two hours of work without a line are taken at once, and nobody waits for long afterwards', async () => {
    const { harness } = await startCounting()
    const ada = await harness.join('Ada')
    addMany(ada, 200)
    const ids = [...ada.board.initiatives.keys()]
    for (let at = 0; at < WRITES_OFFLINE; at++)
      ada.board.initiatives.get(ids[at % ids.length] ?? '')?.set('effort', 1 + (at % 50))
    ada.socket.say(encodeSync(SYNC.step2, Y.encodeStateAsUpdate(ada.board.doc)))
    await harness.clock.advance(100)
    expect(lastAck(ada)).toBe(1)
    await harness.clock.advance(2_000)
    expect([ada.socket.isPaused, ada.socket.closed]).toEqual([false, null])
    await ada.edit((board) => addTitled(board, 'Ada', 'goes on'))
    await harness.clock.advance(100)
    expect(lastAck(ada)).toBe(2)
  })

  it('[ROOM-15] as many rows as one import has are one update that nobody has to wait for', async () => {
    const { harness } = await startCounting()
    const ada = await harness.join('Ada')
    await ada.edit(() => addMany(ada, LIMITS.IMPORT_ROWS))
    await harness.clock.advance(100)
    expect([lastAck(ada), ada.socket.isPaused, ada.socket.closed]).toEqual([1, false, null])
  })

  it('[ROOM-15] more of the smallest frames than one read can bring wait their turn, on every socket of their sender', async () => {
    const harness = await startRooms()
    const [mallory, ben] = [await harness.join('Mallory'), await harness.join('Ben')]
    const answersTo = (guest: RoomGuest): number =>
      guest.hear().filter(({ type }) => type === MESSAGE.awareness).length
    const flood = (guest: RoomGuest): void => {
      for (let at = 0; at < FRAMES; at++) guest.socket.slipThrough(new Uint8Array([MESSAGE.queryAwareness]))
    }
    const perSecond = LIMITS.PRESENCE_FRAMES_PER_SECOND
    ben.socket.say(new Uint8Array([MESSAGE.awareness, 6, 1, 10, 1, 2, 0x7b, 0x7d]))
    await harness.clock.advance(100)
    mallory.hear()
    flood(mallory)
    expect(answersTo(mallory)).toBeLessThan(3 * perSecond)
    await harness.clock.advance(1_000)
    expect(answersTo(mallory)).toBeLessThan(2 * perSecond)
    await ben.edit((board) => addTitled(board, 'Ben', 'at once'))
    await harness.clock.advance(60)
    expect(lastAck(ben)).toBe(1)
    let answers = 0
    for (let at = 0; at < LIMITS.CONNECTIONS_PER_PERSON - 1; at++) {
      const more = await harness.join(`Mallory ${at}`, { person: 'Mallory' })
      more.hear()
      flood(more)
      answers += answersTo(more)
    }
    expect(answers).toBeLessThan(3 * LIMITS.PERSON_RATE_TIMES * perSecond)
    await harness.clock.advance(2 * LIMITS.OVER_RATE_CUTOFF_MS)
    expect([mallory.socket.closed?.code, ben.socket.closed]).toEqual([1013, null])
  })

  it('[ROOM-15] cuts in texts in front of a long list count by what they move along', async () => {
    const { harness } = await startCounting()
    const [ada, ben] = [await harness.join('Ada'), await harness.join('Ben')]
    const summaries = await writeSummaries(ada, 10)
    await growTail(ada, TAIL)
    await harness.clock.advance(5_000)
    const isSlower: boolean[] = []
    for (const summary of summaries) {
      await ada.edit(() => deleteEverySecond(summary, LIMITS.MOVED_PER_UPDATE / TAIL / 2.5))
      await harness.clock.advance(100)
      isSlower.push(ada.socket.isPaused)
    }
    expect([isSlower[0], isSlower.at(-1), ada.socket.closed]).toEqual([false, true, null])
    await ben.edit((board) => addTitled(board, 'Ben', 'at once'))
    await harness.clock.advance(100)
    expect(lastAck(ben)).toBe(1)
  })

  it('[ROOM-15] an update that cuts far more texts than anybody edits ends its sender, and cuts none', async () => {
    const { harness } = await startCounting()
    const [ada, ben] = [await harness.join('Ada'), await harness.join('Ben')]
    const summaries = await writeSummaries(ada, 10)
    await growTail(ada, TAIL)
    await harness.clock.advance(5_000)
    await ada.edit(() => summaries.forEach((summary) => deleteEverySecond(summary, Infinity)))
    await harness.clock.advance(100)
    expect(ada.socket.closed).toEqual({ code: 4409, reason: 'reload-needed' })
    await ben.edit((board) => addTitled(board, 'Ben', 'goes on'))
    await harness.clock.advance(100)
    expect(lastAck(ben)).toBe(1)
    expect(lengthsOn(ben)).toEqual(summaries.map(() => LIMITS.SUMMARY_CHARACTERS))
  })

  it('[ROOM-15] a copy full of deletions may be shown on every new socket', async () => {
    const { harness } = await startCounting()
    const ada = await harness.join('Ada')
    await ada.edit((board) => addTitled(board, 'Ada', 'x'.repeat(100)))
    const title = ada.board.initiatives
      .get([...ada.board.initiatives.keys()][0] ?? '')
      ?.get('title') as Y.Text
    await ada.edit(() => {
      for (let at = 98; at >= 0; at -= 2) title.delete(at, 1)
    })
    const state = encodeSync(SYNC.step2, Y.encodeStateAsUpdate(ada.board.doc))
    for (let times = 0; times < 20; times++) {
      const again = await harness.join('Ada', { person: 'Ada' })
      again.socket.say(state)
      expect([again.socket.isPaused, again.socket.closed]).toEqual([false, null])
      again.socket.leave()
    }
  })

  it('[ROOM-15] whoever makes the server ask over and over pays for the size of the answers', async () => {
    const { harness } = await startCounting()
    const ada = await harness.join('Ada')
    const large = encodeSync(SYNC.step2, new Uint8Array(2 * LIMITS.UPDATE_BYTES))
    const isReadAfterAnswer = (): boolean => {
      harness.rooms.setRole(BOARD, ada.person.personId, 'viewer')
      harness.rooms.setRole(BOARD, ada.person.personId, 'participant')
      ada.socket.say(large)
      return !ada.socket.isPaused
    }
    const reads = Array.from({ length: LIMITS.ANSWERS_PER_MINUTE + 1 }, isReadAfterAnswer)
    expect(reads).toEqual([...Array<boolean>(LIMITS.ANSWERS_PER_MINUTE).fill(true), false])
  })
})
