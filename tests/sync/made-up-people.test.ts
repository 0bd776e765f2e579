import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { BoardDocument } from '@/lib/board/layout'
import { addInitiatives } from '@/lib/board/operations/initiatives'
import type { InitiativeId } from '@/lib/ids'
import { LIMITS } from '@/lib/sync/limits'
import { encodeSync, MESSAGE, SYNC } from '@/lib/sync/messages'
import { createGuard } from '@/server/sync/guard/create-guard'
import { addTitled, authorOf } from '../support/boards/board-edits'
import { startRooms, type RoomGuest, type RoomHarness } from '../support/rooms/room-harness'

const PER_SECOND = LIMITS.BOARD_GROWTH_STRUCTS_PER_SECOND
/** What one of the crowd makes a board grow by, at once. */
const MUCH = LIMITS.STRUCTS_PER_UPDATE
const CROWD = 1 + LIMITS.BOARD_GROWTH_STRUCTS_AT_ONCE / MUCH
const ROWS = 500
/** More than little. */
const FEW_ROWS = 120
/** Each of them is more structs than the first, and fewer than the second. */
const [LEAST_OF_ROW, MOST_OF_ROW] = [5, 10]

/** A board where all that anybody of the crowd writes is as much work as `MUCH`. */
function startBusy(): Promise<RoomHarness> {
  return startRooms((options) => {
    const guard = createGuard(options)
    const runTick = guard.runTick.bind(guard)
    guard.runTick = (queue, now) => {
      const senders = queue.map(({ sender }) => sender.personId).filter((id) => id.includes('Crowd'))
      const moved = new Map(senders.map((personId) => [personId, MUCH * LIMITS.MOVED_PER_STRUCT]))
      return { ...runTick(queue, now), moved }
    }
    return guard
  })
}

function bringRows(guest: RoomGuest, count = ROWS): Promise<void> {
  const { name } = guest.person
  const rows = Array.from({ length: count }, (_, at) => ({
    id: `${name}-${at}` as InitiativeId,
    title: name,
  }))
  return guest.edit((board) => addInitiatives(board, authorOf(name), rows))
}

/** Leaves more deleted ranges than what is little has structs, of some that each count as a quarter. */
function addWithGaps(board: BoardDocument, name: string): void {
  const summary = 'ab'.repeat(1_000)
  const rows = [1, 2, 3].map((at) => ({ id: `${name}-${at}` as InitiativeId, title: name, summary }))
  addInitiatives(board, authorOf('Wes'), rows)
  for (const { id } of rows) {
    const text = board.initiatives.get(id)?.get('summary') as Y.Text
    for (let at = 0; at < text.length; at++) text.delete(at, 1)
  }
}

const hasAck = (guest: RoomGuest): boolean => guest.hear().some(({ type }) => type === MESSAGE.ack)

describe('people who were made up', () => {
  it('[ROOM-15] make a board take no more, however many they are: little goes on, and of much first what is of those who came before them', async () => {
    const { clock, join } = await startBusy()
    const ada = await join('Ada', { joinedAt: 1 })
    const ben = await join('Ben', { joinedAt: 2 })
    const [yan, zoe] = [await join('Yan', { joinedAt: 3 }), await join('Zoe', { joinedAt: 3 })]
    for (let at = 0; at < CROWD; at++) {
      const mallory = await join(`Crowd ${at}`, { joinedAt: 3 })
      await mallory.edit((board) => addTitled(board, mallory.person.name, mallory.person.name))
    }
    await clock.advance(100)
    for (const guest of [yan, ben, zoe]) await bringRows(guest)
    await ada.edit((board) => addTitled(board, 'Ada', 'At once'))
    await clock.advance(100)
    expect([ada, ben, yan, zoe].map(hasAck)).toEqual([true, false, false, false])
    await clock.advance((1_000 * MUCH) / PER_SECOND)
    expect([ben, yan, zoe].map(hasAck)).toEqual([false, false, false])
    const takenAt: number[] = []
    for (const step of [[ben], [yan, zoe], [yan, zoe]]) {
      while (!step.some(hasAck) && takenAt.length < 3) await clock.advance(100)
      takenAt.push(clock.now())
    }
    const apart = takenAt.slice(1).map((at, before) => at - (takenAt[before] ?? 0))
    for (const ms of apart) {
      expect(ms).toBeGreaterThan((1_000 * ROWS * LEAST_OF_ROW) / PER_SECOND)
      expect(ms).toBeLessThan((1_000 * ROWS * MOST_OF_ROW) / PER_SECOND)
    }
  })

  it('[ROOM-15] keep nobody waiting behind whoever came before them and has left', async () => {
    const { clock, join } = await startBusy()
    const [ben, zoe] = [await join('Ben', { joinedAt: 2 }), await join('Zoe', { joinedAt: 3 })]
    for (let at = 0; at < CROWD - 1; at++) {
      const mallory = await join(`Crowd ${at}`, { joinedAt: 3 })
      await mallory.edit((board) => addTitled(board, mallory.person.name, mallory.person.name))
    }
    await clock.advance(100)
    await bringRows(ben, 4 * ROWS)
    await bringRows(zoe, FEW_ROWS)
    await clock.advance((1_000 * FEW_ROWS * MOST_OF_ROW) / PER_SECOND + 2_000)
    expect(hasAck(zoe)).toBe(false)
    ben.socket.leave()
    await clock.advance(1_100)
    expect(hasAck(zoe)).toBe(true)
  })

  it('[ROOM-15] keep nobody waiting who comes back with a page that knows of much that was deleted, and with little else', async () => {
    const { clock, join } = await startBusy()
    const wes = await join('Wes', { joinedAt: 1 })
    await wes.edit((board) => addWithGaps(board, 'Gap'))
    for (let at = 0; at < CROWD; at++) {
      const mallory = await join(`Crowd ${at}`, { joinedAt: 2 })
      await mallory.edit((board) => addTitled(board, mallory.person.name, mallory.person.name))
    }
    await clock.advance(100)
    const ada = await join('Ada', { joinedAt: 3 })
    const { doc } = ada.board
    const known = Y.encodeStateVector(doc)
    addTitled(ada.board, 'Ada', 'Meanwhile')
    ada.socket.say(encodeSync(SYNC.step2, Y.encodeStateAsUpdate(doc, known)))
    await clock.advance(100)
    expect(hasAck(ada)).toBe(true)
  })
})
