import { describe, expect, it } from 'vitest'
import { createRecords } from '@/lib/board/operations/records'
import { MESSAGE, SYNC } from '@/lib/sync/messages'
import { geoRecord } from '../support/boards/board-builders'
import { addTitled, authorOf, titlesOn } from '../support/boards/board-edits'
import { startRooms, type RoomGuest, type RoomHarness } from '../support/rooms/room-harness'

const NOTES = 400

/** A board whose state takes several frames. */
async function startLargeBoard(): Promise<{ harness: RoomHarness; ada: RoomGuest }> {
  const harness = await startRooms()
  const ada = await harness.join('Ada')
  const author = authorOf('Ada', harness.clock.now())
  const meta = { createdBy: author.personId, createdAt: author.now }
  const notes = Array.from({ length: NOTES }, (_, at) => geoRecord(`shape:${at}`, { meta }))
  await ada.edit((board) => createRecords(board, author, notes))
  await harness.clock.advance(100)
  return { harness, ada }
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

  it('[ROOM-10] the bytes are let go when nobody comes any more', async () => {
    const { harness } = await startLargeBoard()
    const first = stateGivenTo(await harness.join('Lea'))
    await harness.clock.advance(1_500)
    const second = stateGivenTo(await harness.join('Lou'))
    expect(second).toEqual(first)
    expect(second.some((frame, at) => frame === first[at])).toBe(false)
  })
})
