import { afterEach, expect, test } from 'vitest'
import type { Lane } from '@/components/board/lane'
import { GestureLane } from '@/components/board/store/gesture-lane'
import { createRecords } from '@/lib/board/operations/records'
import { authorOf, geoRecord, seededBoard } from '@/tests/support/board-builders'
import { standAt, type CanvasStand } from '../support/canvas-stand'

const [OUTER, INNER] = ['shape:outer', 'shape:inner']

let stand: CanvasStand
afterEach(() => stand.stop())

test('what moves inside a turned shape travels to others in that shape’s own directions', () => {
  const board = seededBoard()
  createRecords(board, authorOf('ada'), [
    geoRecord(OUTER, { x: 1_000, y: 2_000, rotation: Math.PI / 3 }),
    geoRecord(INNER, { parentId: OUTER, x: 20, y: 30 }),
  ])
  stand = standAt(board)
  const told: [number, number][] = []
  const lane = {
    begin: () => undefined,
    moveBy: (dx: number, dy: number) => void told.push([dx, dy]),
    end: () => undefined,
  } as unknown as Lane
  const hand = new GestureLane(stand.store, lane)
  hand.begin({ kind: 'moving', ids: [INNER] })
  stand.store.put([{ ...stand.shape(INNER), x: 60, y: 5 }])
  hand.moved()
  expect(told).toHaveLength(1)
  expect(told[0]?.[0]).toBeCloseTo(40)
  expect(told[0]?.[1]).toBeCloseTo(-25)
})
