import { react } from '@tldraw/state'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { createBoardView } from '@/components/board/client/view/create-board-view'
import { onMapWords } from '@/components/workshop/tray/on-map/on-map-words'
import { CANVAS_INSTANCE, openBoardDocument, placementKey, teamTarget } from '@/lib/board/layout'
import { assignTeam } from '@/lib/board/operations/assign'
import { addInitiatives, setInitiativeDeleted } from '@/lib/board/operations/initiatives'
import { setPlacements } from '@/lib/board/operations/placements'
import { removeTeam } from '@/lib/board/operations/teams'
import { editText } from '@/lib/board/operations/texts'
import { FIRST_INSTANCE } from '@/lib/board/seed'
import type { InitiativeId, InstanceId } from '@/lib/ids'
import { authorOf, initiativeId, seededBoard } from '@/tests/support/boards/board-builders'
import { MAP, standMap, standTeam, teamId } from '@/tests/support/boards/team-board'

const ADA = authorOf('ada')
const SHIP = initiativeId('ship')
const SELL = initiativeId('sell')
const HERE = { target: 'canvas', dx: 1, dy: 2 }

test('typing in one title tells those who look at it, and nobody else', () => {
  const board = seededBoard()
  addInitiatives(board, ADA, [
    { id: SHIP, title: 'Ship' },
    { id: SELL, title: 'Sell' },
  ])
  const view = createBoardView(board)
  const told = { ship: 0, sell: 0, list: 0 }
  const stops = [
    react('ship', () => void (view.initiative(SHIP).get(), told.ship++)),
    react('sell', () => void (view.initiative(SELL).get(), told.sell++)),
    react('list', () => void (view.initiatives.get(), told.list++)),
  ]
  editText(board, ADA, { root: 'initiatives', id: SHIP, field: 'title', at: 4, remove: 0, insert: '!' })
  expect(view.initiative(SHIP).get()?.title).toBe('Ship!')
  expect(told).toEqual({ ship: 2, sell: 1, list: 1 })
  stops.forEach((stop) => stop())
  view.stop()
})

test('initiatives come oldest first, a deleted one is gone and comes back', () => {
  const board = seededBoard()
  const view = createBoardView(board)
  addInitiatives(board, ADA, [
    { id: SHIP, title: 'Ship' },
    { id: SELL, title: 'Sell' },
  ])
  expect(view.initiatives.get()).toEqual([SHIP, SELL])
  setInitiativeDeleted(board, ADA, { id: SHIP, deleted: true })
  expect(view.initiatives.get()).toEqual([SELL])
  expect(view.initiative(SHIP).get()).toBeNull()
  setInitiativeDeleted(board, ADA, { id: SHIP, deleted: false })
  expect(view.initiatives.get()).toEqual([SHIP, SELL])
  view.stop()
})

test('an initiative is unplaced while it stands on nothing that is there', () => {
  const board = seededBoard()
  addInitiatives(board, ADA, [
    { id: SHIP, title: 'Ship' },
    { id: SELL, title: 'Sell' },
  ])
  const view = createBoardView(board)
  const gone = 'gone' as InstanceId
  setPlacements(board, ADA, [{ key: placementKey(SHIP, gone), placement: HERE }])
  expect(view.unplaced.get()).toEqual([SHIP, SELL])
  setPlacements(board, ADA, [{ key: placementKey(SHIP, CANVAS_INSTANCE), placement: HERE }])
  expect(view.unplaced.get()).toEqual([SELL])
  expect(view.placements(SHIP).get()).toEqual([{ instanceId: CANVAS_INSTANCE, placement: HERE }])
  setPlacements(board, ADA, [{ key: placementKey(SHIP, CANVAS_INSTANCE), placement: null }])
  expect(view.unplaced.get()).toEqual([SHIP, SELL])
  view.stop()
})

test('the instances that stand here are told, and a stopped view hears nothing', () => {
  const board = seededBoard()
  const view = createBoardView(board)
  expect(view.instances.get().map(({ id }) => id)).toEqual([FIRST_INSTANCE])
  addInitiatives(board, ADA, [{ id: SHIP, title: 'Ship' }])
  expect(view.placements(SHIP).get()).toEqual([])
  view.stop()
  addInitiatives(board, ADA, [{ id: SELL, title: 'Sell' }])
  standMap(board)
  setPlacements(board, ADA, [{ key: placementKey(SHIP, CANVAS_INSTANCE), placement: HERE }])
  expect(view.initiatives.get()).toEqual([SHIP])
  expect(view.instances.get().map(({ id }) => id)).toEqual([FIRST_INSTANCE])
  expect(view.placements(SHIP).get()).toEqual([])
})

test('an initiative says what its team is called now, and in a stopped view what it was called last', () => {
  const board = seededBoard()
  standMap(board)
  standTeam(board, 'blue', { dx: 60, dy: 240 })
  addInitiatives(board, ADA, [{ id: SHIP, title: 'Ship' }])
  assignTeam(board, ADA, { id: SHIP, teamId: teamId('blue') })
  const view = createBoardView(board)
  const called = () => view.initiative(SHIP).get()?.team
  const callIt = (name: string) =>
    editText(board, ADA, {
      root: 'teams',
      id: teamId('blue'),
      field: 'name',
      at: 0,
      remove: 99,
      insert: name,
    })
  expect(called()).toBe('blue')
  callIt('Green')
  expect(called()).toBe('Green')
  view.stop()
  callIt('Red')
  expect(called()).toBe('Green')
})

test('who stands on a map and on no curve is told apart from who is placed on a curve, or not at all', () => {
  const board = seededBoard()
  standMap(board)
  standTeam(board, 'blue', { dx: 60, dy: 240 })
  addInitiatives(board, ADA, [
    { id: SHIP, title: 'Ship' },
    { id: SELL, title: 'Sell' },
  ])
  const view = createBoardView(board)
  expect(view.onMapOnly.get()).toEqual([])
  const onTeam = { target: teamTarget(teamId('blue')), dx: 0, dy: 0 }
  setPlacements(board, ADA, [{ key: placementKey(SHIP, MAP), placement: onTeam }])
  expect(view.onMapOnly.get()).toEqual([SHIP])
  expect(onMapWords(view)).toBe('on a team, on no curve')
  expect(view.unplaced.get()).toEqual([SELL])
  removeTeam(board, ADA, { id: teamId('blue'), instanceId: MAP })
  expect(view.onMapOnly.get(), 'also loose on the map').toEqual([SHIP])
  expect(onMapWords(view)).toBe('on a map, on no curve')
  const onCurve = { target: 'curve:linear', x: 0.5, dx: 0, dy: 0 }
  setPlacements(board, ADA, [{ key: placementKey(SHIP, FIRST_INSTANCE), placement: onCurve }])
  expect(view.onMapOnly.get()).toEqual([])
  view.stop()
})

test('where there are no curves, only those are told apart that stand on a map and on no team', () => {
  const board = openBoardDocument(new Y.Doc())
  standMap(board)
  standTeam(board, 'blue', { dx: 60, dy: 240 })
  addInitiatives(board, ADA, [
    { id: SHIP, title: 'Ship' },
    { id: SELL, title: 'Sell' },
  ])
  const view = createBoardView(board)
  const placed = (id: InitiativeId, target: string): void =>
    void setPlacements(board, ADA, [{ key: placementKey(id, MAP), placement: { target, dx: 0, dy: 0 } }])
  placed(SHIP, teamTarget(teamId('blue')))
  placed(SELL, 'frame')
  expect(view.onMapOnly.get()).toEqual([SELL])
  expect(onMapWords(view)).toBe('on a map, on no team')
  view.stop()
})
