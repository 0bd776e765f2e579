import { describe, expect, it } from 'vitest'
import type { BoardId } from '@/lib/ids'
import { LIMITS } from '@/lib/sync/limits'
import { encodeSync, MESSAGE, SYNC } from '@/lib/sync/messages'
import { addTitled, idOf } from '../support/boards/board-edits'
import { BOARD, storeBoard } from '../support/boards/stored-board'
import { startRooms, type RoomGuest, type RoomHarness } from '../support/rooms/room-harness'

const BOARDS = [BOARD, ...['board-2', 'board-3', 'board-4'].map((id) => id as BoardId)]
const OVERWRITES = 40_000

async function startMany(): Promise<RoomHarness> {
  const harness = await startRooms()
  for (const boardId of BOARDS.slice(1)) await storeBoard(harness.storage, boardId)
  return harness
}

/** Overwrites two values in turn, so that none of what is overwritten can be merged. */
function overwrite(guest: RoomGuest): Promise<void> {
  return guest.edit(({ initiatives }) => {
    for (let at = 0; at < OVERWRITES; at++)
      initiatives.get(idOf(at % 2 === 0 ? 'One' : 'Other'))?.set('effort', 1 + (at % 50))
  })
}

const hasAck = (guest: RoomGuest): boolean => guest.hear().some(({ type }) => type === MESSAGE.ack)

describe('what one person sends', () => {
  it('[ROOM-13] is counted on all boards together: more boards are not more writing', async () => {
    const harness = await startMany()
    const everywhere = await Promise.all(
      BOARDS.map((boardId) => harness.join('Mallory', { boardId, role: 'viewer' })),
    )
    const ben = await harness.join('Ben')
    const full = encodeSync(SYNC.update, new Uint8Array(LIMITS.UPDATE_BYTES))
    const paused = everywhere.map(({ socket }) => {
      socket.say(full)
      return socket.isPaused
    })
    expect(paused).toEqual(BOARDS.map((_board, at) => at >= LIMITS.PERSON_RATE_TIMES))
    await ben.edit((board) => addTitled(board, 'Ben', 'at once'))
    await harness.clock.advance(100)
    expect([hasAck(ben), ben.socket.isPaused]).toEqual([true, false])
  })

  it('[ROOM-15] is read more slowly where it makes boards grow by very many structs, on whatever board and socket', async () => {
    const harness = await startMany()
    const [mallory, ben] = [await harness.join('Mallory'), await harness.join('Ben')]
    await mallory.edit((board) => ['One', 'Other'].forEach((title) => addTitled(board, 'Mallory', title)))
    for (let grown = 0; grown <= LIMITS.GROWTH_STRUCTS_AT_ONCE; grown += OVERWRITES) {
      await overwrite(mallory)
      await harness.clock.advance(5_000)
    }
    await harness.clock.advance(5_000)
    mallory.hear()
    const elsewhere = await harness.join('Mallory', { boardId: BOARDS[1] ?? BOARD })
    for (const guest of [mallory, elsewhere, ben])
      await guest.edit((board) => addTitled(board, guest.person.name, `Of ${guest.person.name}`))
    await harness.clock.advance(100)
    expect([mallory, elsewhere, ben].map(hasAck)).toEqual([false, false, true])
    const owedMs = (1_000 * 2 * OVERWRITES) / LIMITS.GROWTH_STRUCTS_PER_SECOND
    await harness.clock.advance(owedMs)
    expect([mallory, elsewhere].map(hasAck)).toEqual([true, true])
    expect([mallory.socket.closed, elsewhere.socket.closed]).toEqual([null, null])
  })
})
