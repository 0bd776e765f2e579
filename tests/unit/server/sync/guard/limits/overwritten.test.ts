import { beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { BASE_UNIT, type BoardRecord } from '@/lib/board/layout'
import { createRecords } from '@/lib/board/operations/records'
import { LIMITS } from '@/lib/sync/limits'
import { authorOf, strokeRecord } from '@/tests/support/boards/board-builders'
import { furnish, GuardedBoard, outcomeOf, type Visitor } from '../guarded-board'

/** Each is about 110 KB long: of these so many are more than may be overwritten. */
const STROKES = 20
const POINTS = 3_000

let room: GuardedBoard
let eve: Visitor
let strokes: readonly BoardRecord[]

beforeEach(() => {
  room = new GuardedBoard((board) => {
    furnish(board)
    strokes = Array.from({ length: STROKES }, (_one, at) => strokeRecord(`shape:stroke-${at}`, POINTS))
    createRecords(board, authorOf('ada'), strokes)
  })
  eve = room.join('eve')
})

const lengthOf = (of: GuardedBoard): number => of.sent.reduce((sum, { length }) => sum + length, 0)

test('[ROOM-15] a few bytes that overwrite very much put their sender out, and nothing of them is told', () => {
  eve.doc.transact(() => strokes.forEach(({ id }) => eve.board.records.get(id)?.set('props.segments', 0)))
  const outcome = room.tick(eve)
  expect(outcomeOf(outcome, eve)).toMatchObject({ taken: 0, end: 'reload-needed' })
  expect([outcome.update, lengthOf(room)]).toEqual([null, 0])
})

test('[ROOM-15] neither in one piece nor in many for one tick, and not by putting something else in their place', () => {
  for (const { id } of strokes)
    eve.board.records.set(id, new Y.Map<unknown>([[BASE_UNIT, { id, typeName: 'shape', type: 'draw' }]]))
  expect(outcomeOf(room.tick(eve), eve).end).toBe('reload-needed')
  expect(lengthOf(room)).toBeLessThan(2 * LIMITS.OVERWRITTEN_BYTES)
})

test('what overwrites as much as it says is taken, however much that is, and so is all that only moves and deletes', () => {
  const longer = [{ type: 'free', points: Array.from({ length: POINTS }, (_, x) => ({ x, y: 1, z: 0.5 })) }]
  eve.doc.transact(() =>
    strokes.forEach(({ id }) => eve.board.records.get(id)?.set('props.segments', longer)),
  )
  expect(outcomeOf(room.tick(eve), eve)).toMatchObject({ refusals: [], end: null })
  eve.doc.transact(() =>
    strokes.forEach(({ id, parentId }) => eve.board.records.get(id)?.set('place', [parentId, 5, 5, 0])),
  )
  eve.doc.transact(() => strokes.forEach(({ id }) => eve.board.records.delete(id)))
  expect(outcomeOf(room.tick(eve), eve)).toMatchObject({ refusals: [], end: null })
})
