import { afterEach, expect, test } from 'vitest'
import { cardShapeId, placementKey, type BoardDocument } from '@/lib/board/layout'
import { addInitiatives } from '@/lib/board/operations/initiatives'
import { addInstance, moveInstance } from '@/lib/board/operations/instances'
import { setPlacements } from '@/lib/board/operations/placements'
import { createRecords } from '@/lib/board/operations/records'
import { FIRST_INSTANCE } from '@/lib/board/seed'
import type { InstanceId } from '@/lib/ids'
import { authorOf, geoRecord, initiativeId, seededBoard } from '@/tests/support/boards/board-builders'
import { standMap, standTeam, MAP } from '@/tests/support/boards/team-board'
import { standAt, type CanvasStand } from '../../support/canvas-stand'

const ADA = authorOf('ada')
const SHIP = initiativeId('ship')
const CARD = cardShapeId(SHIP, FIRST_INSTANCE)
const PARTS = ['shape:frame-first', 'shape:plot-first-linear', CARD, 'shape:note']
const OTHERS = ['shape:frame-map', `shape:team-blue-${MAP}`, 'shape:beside']

let stand: CanvasStand
afterEach(() => stand.stop())

function furnished(): BoardDocument {
  const board = seededBoard()
  standMap(board)
  standTeam(board, 'blue', { dx: 60, dy: 240 })
  addInitiatives(board, ADA, [{ id: SHIP, title: 'Ship' }])
  const placement = { target: 'curve:linear', x: 0.5, dx: 0, dy: 0 }
  setPlacements(board, ADA, [{ key: placementKey(SHIP, FIRST_INSTANCE), placement }])
  createRecords(board, ADA, [geoRecord('shape:note', { x: 20, y: 30 }), geoRecord('shape:beside')])
  return board
}

const places = (ids: readonly string[]) => ids.map((id) => [stand.shape(id).x, stand.shape(id).y])

test('a template in the hand takes all along that stands and lies on it, and nothing else', () => {
  stand = standAt(furnished())
  const [before, others] = [places(PARTS), places(OTHERS)]
  const writes = stand.writes()
  stand.projection.carryTemplate({ instanceId: 'first', dx: 40, dy: -7, along: ['shape:note'] })
  expect(places(PARTS)).toEqual(before.map(([x = 0, y = 0]) => [x + 40, y - 7]))
  expect(places(OTHERS)).toEqual(others)
  stand.projection.carryTemplate({ instanceId: 'map', dx: 5, dy: 5, along: [] })
  expect(places(PARTS)).toEqual(before)
  expect(places(OTHERS.slice(0, 2))).toEqual(others.slice(0, 2).map(([x = 0, y = 0]) => [x + 5, y + 5]))
  stand.projection.carryTemplate(null)
  expect(places([...PARTS, ...OTHERS])).toEqual([...before, ...others])
  expect(stand.writes()).toBe(writes)
})

test('letting go after the move was written leaves everything where the hand had it', () => {
  stand = standAt(furnished())
  const before = places(PARTS)
  stand.projection.carryTemplate({ instanceId: 'first', dx: 40, dy: -7, along: ['shape:note'] })
  moveInstance(stand.board, ADA, { id: FIRST_INSTANCE, place: [40, -7], along: ['shape:note'] })
  stand.projection.carryTemplate(null)
  expect(places(PARTS)).toEqual(before.map(([x = 0, y = 0]) => [x + 40, y - 7]))
})

test('a template this version does not know has a sheet in its place, and what stands on it is kept', () => {
  const board = furnished()
  const id = 'strange' as InstanceId
  addInstance(board, ADA, { id, templateId: 'from-tomorrow', place: [0, 3_000] })
  const placement = { target: 'curve:spiral', x: 0.5, dx: 0, dy: 0 }
  setPlacements(board, ADA, [{ key: placementKey(SHIP, id), placement }])
  stand = standAt(board)
  expect(stand.shape('shape:frame-strange')).toMatchObject({ type: 'template-frame', x: 0, y: 3_000 })
  expect(stand.store.get(cardShapeId(SHIP, id) as never)).toBeUndefined()
  expect(stand.client.view.setAside.get()).toBe(0)
  expect(board.placements.get(placementKey(SHIP, id))).toEqual(placement)
  expect(stand.client.view.placements(SHIP).get()).toHaveLength(2)
})

test('curves that share a plot are drawn with its paper, not as plots of their own', () => {
  const board = furnished()
  const id = 'lines' as InstanceId
  addInstance(board, ADA, { id, templateId: 'effort-value-overlay', place: [0, 3_000] })
  stand = standAt(board)
  const ids = stand.store.allRecords().map((record) => record.id as string)
  expect(ids.filter((one) => one.includes('lines'))).toEqual(['shape:frame-lines'])
})
