import { describe, expect, it } from 'vitest'
import { moveInstance } from '@/lib/board/operations/instances'
import { setPlacements } from '@/lib/board/operations/placements'
import { placementKey } from '@/lib/board/layout'
import { readInstance } from '@/lib/board/read'
import { FIRST_INSTANCE } from '@/lib/board/seed'
import { initiativeId } from '@/tests/support/boards/board-builders'
import { contentsOf, furnish, GuardedBoard, outcomeOf, type Visitor } from '../guarded-board'

const HIGHEST_ID = 0xffffffff
const KEY = placementKey(initiativeId('alpha'), FIRST_INSTANCE)

function move({ board, author }: Visitor, x: number): void {
  moveInstance(board, author, { id: FIRST_INSTANCE, place: [x, x] })
}

function place({ board, author }: Visitor, target: string): void {
  setPlacements(board, author, [{ key: KEY, placement: { target, dx: 0, dy: 0 } }])
}

function expectPlace(room: GuardedBoard, x: number): void {
  for (const { board } of [room, ...room.visitors]) {
    expect(readInstance(board, FIRST_INSTANCE)?.place).toEqual([x, x])
    expect(contentsOf(board)).toEqual(room.contents)
  }
}

describe.each([
  ['higher', HIGHEST_ID, 50],
  ['lower', 5, 50],
])('a forbidden write under a %s client id', (_which, evilId, honestId) => {
  it.each(['before', 'after'])(
    'wins nothing against an allowed one that comes %s it in the same tick',
    (when) => {
      const room = new GuardedBoard(furnish)
      const fay = room.join('fay', 'facilitator', honestId)
      const eve = room.join('eve', 'participant', evilId)
      move(eve, 666)
      move(fay, 42)
      const outcome = when === 'before' ? room.tick(fay, eve) : room.tick(eve, fay)
      expect(outcomeOf(outcome, eve)).toMatchObject({ violations: 1, end: null })
      expect(outcomeOf(outcome, fay)).toMatchObject({ violations: 0, refusals: [] })
      expect(outcome.changes.map(({ personId }) => personId)).toEqual(['fay'])
      expectPlace(room, 42)
      expect(room.sent).toHaveLength(1)
    },
  )

  it.each(['before', 'after'])('wins nothing against an allowed one that comes a tick %s it', (when) => {
    const room = new GuardedBoard(furnish)
    const fay = room.join('fay', 'facilitator', honestId)
    const eve = room.join('eve', 'participant', evilId)
    move(eve, 666)
    move(fay, 42)
    for (const visitor of when === 'before' ? [fay, eve] : [eve, fay]) room.tick(visitor)
    expectPlace(room, 42)
  })

  it('leaves two allowed writes to Yjs, whichever of them it came between', () => {
    const room = new GuardedBoard(furnish)
    const [fay, guy] = [room.join('fay', 'facilitator', honestId), room.join('guy', 'facilitator', 60)]
    const eve = room.join('eve', 'participant', evilId)
    move(fay, 1)
    move(guy, 2)
    move(eve, 666)
    for (const visitor of [guy, eve, fay]) room.tick(visitor)
    expectPlace(room, 2)
  })

  it('loses to a placement made at the same time', () => {
    const room = new GuardedBoard(furnish)
    const bo = room.join('bo', 'participant', honestId)
    const eve = room.join('eve', 'participant', evilId)
    place(eve, 'curve:nowhere')
    place(bo, 'frame')
    const outcome = room.tick(eve, bo)
    expect(outcomeOf(outcome, eve)).toMatchObject({ violations: 1 })
    expect(room.board.placements.get(KEY)).toEqual({ target: 'frame', dx: 0, dy: 0 })
    expect(contentsOf(bo.board)).toEqual(room.contents)
  })
})

describe('two allowed writes at once', () => {
  it('are left to Yjs: the higher client id wins', () => {
    const room = new GuardedBoard(furnish)
    const [fay, guy] = [room.join('fay', 'facilitator', 50), room.join('guy', 'facilitator', 40)]
    move(fay, 1)
    move(guy, 2)
    for (const visitor of [fay, guy]) room.tick(visitor)
    expectPlace(room, 1)
  })
})
