import { afterEach, expect, test } from 'vitest'
import { createRecords, deleteRecords } from '@/lib/board/operations/records'
import { authorOf, geoRecord, seededBoard } from '@/tests/support/board-builders'
import { standAt, type CanvasStand } from '../support/canvas-stand'

const [OUTER, INNER, LOOSE] = ['shape:outer', 'shape:inner', 'shape:loose']

let stand: CanvasStand
afterEach(() => stand.stop())

function openBoard(): void {
  const board = seededBoard()
  createRecords(board, authorOf('ada'), [
    geoRecord(OUTER, { x: 1_000, y: 2_000, rotation: Math.PI / 2 }),
    geoRecord(INNER, { parentId: OUTER, x: 20, y: 30 }),
    geoRecord(LOOSE, { x: 5, y: 6, index: 'a2' }),
  ])
  stand = standAt(board)
}

test('what moves inside a turned shape travels to others in px of the page', () => {
  openBoard()
  stand.begin('moving', [INNER, LOOSE])
  stand.move(INNER, { x: 60, y: 5 })
  const records = [
    { id: INNER, x: 970, y: 2_020 },
    { id: LOOSE, x: 5, y: 6 },
  ]
  expect(stand.told).toEqual([
    { kind: 'start', gesture: 1, what: 'move', records },
    { kind: 'delta', gesture: 1, dx: 25, dy: 40 },
  ])
})

test('where somebody deletes the first of the shapes in a hand, others still see the rest move', async () => {
  openBoard()
  stand.begin('moving', [INNER, LOOSE])
  deleteRecords(stand.board, authorOf('bo'), [INNER])
  await stand.clock.advance(100)
  stand.move(LOOSE, { x: 45, y: 16 })
  expect(stand.told.at(-1)).toEqual({ kind: 'delta', gesture: 1, dx: 40, dy: 10 })
})
