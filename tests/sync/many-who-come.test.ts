import * as encoding from 'lib0/encoding'
import { describe, expect, it } from 'vitest'
import { createRecords } from '@/lib/board/operations/records'
import { geoRecord } from '../support/boards/board-builders'
import { addTitled, authorOf, titlesOn } from '../support/boards/board-edits'
import { FakeSocketPair } from '../support/rooms/fake-socket-pair'
import { startRooms, toPerson, type RoomGuest, type RoomHarness } from '../support/rooms/room-harness'
import { BOARD } from '../support/boards/stored-board'
import { encodeSync, MESSAGE, SYNC } from '@/lib/sync/messages'

const NOTES = 400
const EMPTY_VECTOR = Uint8Array.of(0)

/** A board whose state takes several frames, or so many times as many. */
async function startLargeBoard(times = 1): Promise<{ harness: RoomHarness; ada: RoomGuest }> {
  const harness = await startRooms()
  const ada = await harness.join('Ada')
  const author = authorOf('Ada', harness.clock.now())
  const meta = { createdBy: author.personId, createdAt: author.now }
  for (let time = 0; time < times; time++) {
    const notes = Array.from({ length: NOTES }, (_, at) => geoRecord(`shape:${time}-${at}`, { meta }))
    await ada.edit((board) => createRecords(board, author, notes))
    await harness.clock.advance(1_000)
  }
  return { harness, ada }
}

/** The state vector of a copy that knows so much of one client and nothing of any other. */
function vectorOf(client: number, clock: number): Uint8Array {
  return encoding.encode((encoder) => {
    for (const number of [1, client, clock]) encoding.writeVarUint(encoder, number)
  })
}

/** What somebody was given of the document, frame by frame. */
function stateGivenTo(guest: RoomGuest): Uint8Array[] {
  const heard = guest.socket.hear()
  return heard
    .filter(({ type, kind }) => type === MESSAGE.sync && kind !== SYNC.step1)
    .map(({ frame }) => frame)
}

describe('many who come to one board', () => {
  it('[ROOM-10] those who come to a board that nobody changes are given the same bytes, made once', async () => {
    const { harness } = await startLargeBoard()
    const first = stateGivenTo(await harness.join('Lea'))
    await harness.clock.advance(500)
    const second = stateGivenTo(await harness.join('Lou'))
    expect(first.length).toBeGreaterThan(2)
    expect(second.every((frame, at) => frame === first[at])).toBe(true)
  })

  it('[ROOM-10] somebody who comes right after others is given what changed in between', async () => {
    const { harness, ada } = await startLargeBoard()
    await harness.join('Lea')
    await ada.edit((board) => addTitled(board, 'Ada', 'meanwhile', harness.clock.now()))
    await harness.clock.advance(50)
    const late = await harness.join('Lou')
    expect(titlesOn(late.board)).toEqual(['meanwhile'])
    expect(late.board.records.size).toBe(ada.board.records.size)
  })

  it('[ROOM-10] many who lack different parts are answered one after the other, and work goes on between', async () => {
    const { harness, ada } = await startLargeBoard()
    const guests = await Promise.all(Array.from({ length: 30 }, (_, at) => harness.join(`Guest ${at}`)))
    await harness.clock.advance(1_000)
    guests.forEach(stateGivenTo)
    for (const [at, { socket }] of guests.entries())
      socket.say(encodeSync(SYNC.step1, vectorOf(ada.board.doc.clientID, at + 1)))
    await harness.clock.advance(0)
    const waiting = new Set(guests)
    const hear = (): number => {
      for (const guest of waiting) if (stateGivenTo(guest).length > 1) waiting.delete(guest)
      return waiting.size
    }
    expect([hear() > 10, hear() < 30]).toEqual([true, true])
    await ada.edit((board) => addTitled(board, 'Ada', 'meanwhile', harness.clock.now()))
    const late = await harness.join('Lea')
    await harness.clock.advance(50)
    late.hear()
    expect([titlesOn(late.board), hear() > 0]).toEqual([['meanwhile'], true])
    await harness.clock.advance(1_000)
    expect(hear()).toBe(0)
  })

  it('[ROOM-10] somebody who has come back is answered, though others come all the time to a board that changes', async () => {
    const { harness, ada } = await startLargeBoard(8)
    const { rooms, join, clock } = harness
    const ben = await join('Ben')
    await clock.advance(1_000)
    stateGivenTo(ben)
    const comeAfterAChange = async (name: string): Promise<void> => {
      await ada.edit((board) => addTitled(board, 'Ada', name, clock.now()))
      await clock.advance(10)
      const socket = new FakeSocketPair()
      await rooms.connect(socket, { boardId: BOARD, person: toPerson(name), caps: new Set() })
      socket.say(encodeSync(SYNC.step1, EMPTY_VECTOR))
    }
    for (let at = 0; at < 8; at++) await comeAfterAChange(`Early ${at}`)
    ben.socket.say(encodeSync(SYNC.step1, vectorOf(ada.board.doc.clientID, 1)))
    for (let at = 0; at < 20; at++) await comeAfterAChange(`Late ${at}`)
    const isAnswered = ben.socket
      .hear()
      .some(({ type, kind }) => type === MESSAGE.sync && kind === SYNC.step2)
    expect([ada.socket.closed, isAnswered]).toEqual([null, true])
  })

  it('[ROOM-10] many who know what nobody else knows are given the same bytes', async () => {
    const { harness } = await startLargeBoard()
    const guests = await Promise.all(Array.from({ length: 30 }, (_, at) => harness.join(`Guest ${at}`)))
    await harness.clock.advance(1_000)
    guests.forEach(stateGivenTo)
    for (const [at, { socket }] of guests.entries()) socket.say(encodeSync(SYNC.step1, vectorOf(at + 1, 5)))
    await harness.clock.advance(0)
    const given = guests.map(stateGivenTo)
    expect(
      given.every((frames) => frames.length > 2 && frames.every((frame, at) => frame === given[0]?.[at])),
    ).toBe(true)
  })

  it('[ROOM-10] the bytes are let go when nobody comes any more', async () => {
    const { harness } = await startLargeBoard()
    const first = stateGivenTo(await harness.join('Lea'))
    await harness.clock.advance(1_500)
    const second = stateGivenTo(await harness.join('Lou'))
    expect(second).toEqual(first)
    expect(second.some((frame, at) => frame === first[at])).toBe(false)
  })
})
