import { describe, expect, it } from 'vitest'
import type { BoardDocument } from '@/lib/board/layout'
import { moveInstance } from '@/lib/board/operations/instances'
import { readInstance } from '@/lib/board/read'
import { FIRST_INSTANCE } from '@/lib/board/seed'
import { encodeLaneFrame } from '@/lib/sync/lane-frames'
import { LIMITS } from '@/lib/sync/limits'
import { addTitled, authorOf, titlesOn } from '../support/boards/board-edits'
import { BOARD } from '../support/boards/stored-board'
import type { RoomGuest } from '../support/rooms/room-harness'
import { startRooms } from '../support/rooms/room-harness'

const MORE = 3 * LIMITS.VIOLATIONS

describe('whoever may do less from now on', () => {
  it('[ACCESS-3] becomes a viewer with very much under way, and stays', async () => {
    const { rooms, join, clock } = await startRooms()
    const [ada, ben] = [await join('Ada'), await join('Ben')]
    ada.socket.say(encodeLaneFrame({ kind: 'start', gesture: 1, what: 'move', records: [] }))
    rooms.setRole(BOARD, ada.person.personId, 'viewer')
    for (let time = 0; time < MORE; time++) {
      await ada.edit((board) => addTitled(board, 'Ada', `under way ${time}`))
      ada.socket.say(encodeLaneFrame({ kind: 'delta', gesture: 1, dx: time, dy: 0 }))
      await clock.advance(20)
    }
    ben.hear()
    expect([ada.socket.closed, titlesOn(ben.board)]).toEqual([null, []])
    expect(ada.hear().some(({ content }) => isRefusal(content))).toBe(true)
  })

  it('[ACCESS-3] moves a template as no facilitator any more, sees it put back, and stays', async () => {
    const { rooms, join, clock } = await startRooms()
    const fay = await join('Fay', { role: 'facilitator' })
    const before = readInstance(fay.board, FIRST_INSTANCE)?.place
    rooms.setRole(BOARD, fay.person.personId, 'participant')
    for (let time = 1; time <= MORE; time++) {
      await fay.edit((board) => moveTo(board, time))
      await clock.advance(40)
      fay.hear()
    }
    expect(fay.socket.closed).toBeNull()
    expect(await rooms.read(BOARD, (board) => readInstance(board, FIRST_INSTANCE)?.place)).toEqual(before)
  })

  it('[ACCESS-3] is put out for going on once they must have heard of it', async () => {
    const { rooms, join, clock } = await startRooms()
    const ada = await join('Ada')
    rooms.setRole(BOARD, ada.person.personId, 'viewer')
    await clock.advance(LIMITS.ROLE_UNHEARD_MS)
    await goOn(ada, clock)
    expect(ada.socket.closed?.code).toBe(4403)
  })
})

async function goOn(guest: RoomGuest, clock: { advance(ms: number): Promise<void> }): Promise<void> {
  for (let time = 0; time <= LIMITS.VIOLATIONS && !guest.socket.closed; time++) {
    await guest.edit((board) => addTitled(board, guest.person.name, `too late ${time}`))
    await clock.advance(100)
  }
}

function moveTo(board: BoardDocument, x: number): void {
  moveInstance(board, authorOf('Fay'), { id: FIRST_INSTANCE, place: [x, x] })
}

function isRefusal(content: unknown): boolean {
  return typeof content === 'object' && content !== null && 'record' in content
}
