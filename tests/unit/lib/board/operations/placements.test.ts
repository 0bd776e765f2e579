import { expect, it } from 'vitest'
import { setPlacements } from '@/lib/board/operations/placements'
import { readPlacement } from '@/lib/board/read'
import { authorOf, seededBoard } from '@/tests/support/boards/board-builders'

const ON_CURVE = { target: 'curve:linear', x: 0.5, dx: 0, dy: 0 }

it('takes a card from one instance and puts it on another in one update', () => {
  const board = seededBoard()
  setPlacements(board, authorOf('ada'), [{ key: 'a/first', placement: ON_CURVE }])
  let updates = 0
  board.doc.on('update', () => updates++)
  const step = setPlacements(board, authorOf('ada'), [
    { key: 'a/first', placement: null },
    { key: 'a/second', placement: ON_CURVE },
  ])
  expect(updates).toBe(1)
  expect(step).toEqual([
    { kind: 'placement', key: 'a/first', before: ON_CURVE, after: null },
    { kind: 'placement', key: 'a/second', before: null, after: ON_CURVE },
  ])
  expect(readPlacement(board, 'a/first')).toBeNull()
  expect(board.placements.has('a/first')).toBe(true)
})

it('writes nothing that stands so already', () => {
  const board = seededBoard()
  setPlacements(board, authorOf('ada'), [{ key: 'a/first', placement: ON_CURVE }])
  expect(setPlacements(board, authorOf('ada'), [{ key: 'a/first', placement: { ...ON_CURVE } }])).toEqual([])
  expect(setPlacements(board, authorOf('ada'), [{ key: 'b/first', placement: null }])).toEqual([])
  expect(board.placements.has('b/first')).toBe(false)
})
