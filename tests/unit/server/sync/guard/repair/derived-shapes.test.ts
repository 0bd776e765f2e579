import { expect, test } from 'vitest'
import { REMOVED, type BoardDocument } from '@/lib/board/layout'
import { DerivedShapes } from '@/server/sync/guard/repair/derived-shapes'
import { seededBoard } from '@/tests/support/boards/board-builders'

const place = { target: 'frame', dx: 0, dy: 0 }

function has(board: BoardDocument, ...ids: string[]): boolean[] {
  const derived = new DerivedShapes(board)
  return ids.map((id) => derived.has(id))
}

test('cards and teams stand where something is placed, wherever the dashes of their ids are', () => {
  const board = seededBoard()
  board.placements.set('a-b/map-1', place)
  board.placements.set('gone/map-1', null)
  board.placements.set('taken/map-1', REMOVED as never)
  board.placements.set('x/y/z', place)
  expect(has(board, 'shape:card-a-b-map-1', 'shape:team-a-b-map-1')).toEqual([true, true])
  const missing = ['shape:card-a-b-map-2', 'shape:card-a', 'shape:card-', 'shape:note-a-b-map-1']
  expect(has(board, ...missing)).toEqual(missing.map(() => false))
  const notPlaced = [
    'shape:card-gone-map-1',
    'shape:card-taken-map-1',
    'shape:card-x-y/z',
    'shape:card-x/y-z',
  ]
  expect(has(board, ...notPlaced)).toEqual(notPlaced.map(() => false))
})

test('so do the frame and the plots of each template, and what interacts', () => {
  const board = seededBoard()
  const [instance] = [...board.instances.keys()]
  board.interactions.set('one', board.instances.get(instance ?? '')?.clone() as never)
  const ids = [`shape:frame-${instance}`, `shape:plot-${instance}-sigmoid`, 'shape:interaction-one']
  expect(has(board, ...ids)).toEqual([true, true, true])
  const others = ['shape:frame-other', `shape:plot-${instance}-other`, 'shape:interaction-two', 'shape:note']
  expect(has(board, ...others)).toEqual([false, false, false, false])
})
