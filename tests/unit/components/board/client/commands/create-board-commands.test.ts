import { afterEach, expect, test } from 'vitest'
import { CANVAS_INSTANCE, cardShapeId, placementKey } from '@/lib/board/layout'
import { addInitiatives } from '@/lib/board/operations/initiatives'
import { standTemplates } from '@/lib/board/places/standing'
import { listInitiatives, listInstances, readPlacement } from '@/lib/board/read'
import { FIRST_INSTANCE } from '@/lib/board/seed'
import { CARD_SIZE_PX } from '@/lib/board/shapes/card'
import { CURVES } from '@/lib/curves/catalogue'
import { authorOf, initiativeId, seededBoard } from '@/tests/support/boards/board-builders'
import { boardWithMap, MAP, standTeam, teamId } from '@/tests/support/boards/team-board'
import { standAt, type CanvasStand } from '../../support/canvas-stand'

const SHIP = initiativeId('ship')
const KEY = placementKey(SHIP, FIRST_INSTANCE)
const CURVE = CURVES[0]?.id ?? ''
const ON_FIRST = { id: SHIP, instanceId: FIRST_INSTANCE }

let lastId = 0
const createId = () => initiativeId(`made-${lastId++}`)

let stand: CanvasStand
afterEach(() => stand.stop())

function open(): CanvasStand {
  const board = seededBoard()
  addInitiatives(board, authorOf('ada'), [{ id: SHIP, title: 'Ship' }])
  return standAt(board)
}

test('every command is one step, and undo takes it back', () => {
  stand = open()
  const { commands, undo } = stand.client
  commands.placeOnCurve(SHIP, FIRST_INSTANCE, { curveId: CURVE, x: 0.25 })
  expect(readPlacement(stand.board, KEY)).toEqual({ target: `curve:${CURVE}`, x: 0.25, dx: 0, dy: 0 })
  commands.unplace(SHIP, FIRST_INSTANCE)
  expect(readPlacement(stand.board, KEY)).toBeNull()
  undo.undo()
  expect(readPlacement(stand.board, KEY)?.x).toBe(0.25)
  undo.undo()
  expect(readPlacement(stand.board, KEY)).toBeNull()
  expect(undo.canUndo.get()).toBe(false)
})

test('a card is put on a team that works on it from then on, and undo takes both back', () => {
  const board = boardWithMap()
  addInitiatives(board, authorOf('ada'), [{ id: SHIP, title: 'Ship' }])
  standTeam(board, 'checkout', { dx: 200, dy: 200 })
  stand = standAt(board)
  const { commands, undo } = stand.client
  commands.placeOnTeam(SHIP, MAP, teamId('checkout'))
  expect(readPlacement(board, placementKey(SHIP, MAP))).toEqual({ target: 'team:checkout', dx: 0, dy: 0 })
  expect(listInitiatives(board)[0]?.teamId).toBe('checkout')
  undo.undo()
  expect(readPlacement(board, placementKey(SHIP, MAP))).toBeNull()
  expect(listInitiatives(board)[0]?.teamId).toBeUndefined()
})

test('sliding stays on the curve, and quick strokes are one step', () => {
  stand = open()
  const { commands, undo } = stand.client
  commands.placeOnCurve(SHIP, FIRST_INSTANCE, { curveId: CURVE, x: 0.9 })
  commands.slide([ON_FIRST], 0.05)
  commands.slide([ON_FIRST], 0.2)
  expect(readPlacement(stand.board, KEY)?.x).toBe(1)
  undo.undo()
  expect(readPlacement(stand.board, KEY)?.x).toBe(0.9)
})

test('several cards slide together, and quick strokes of all are one step', () => {
  stand = open()
  const { commands, undo } = stand.client
  const sell = initiativeId('sell')
  addInitiatives(stand.board, authorOf('ada'), [{ id: sell, title: 'Sell' }])
  const cards = [ON_FIRST, { id: sell, instanceId: FIRST_INSTANCE }]
  for (const { id } of cards) commands.placeOnCurve(id, FIRST_INSTANCE, { curveId: CURVE, x: 0.5 })
  for (let stroke = 0; stroke < 3; stroke++) commands.slide(cards, 0.02)
  const places = () => cards.map(({ id }) => readPlacement(stand.board, placementKey(id, FIRST_INSTANCE))?.x)
  expect(places()).toEqual([0.56, 0.56])
  undo.undo()
  expect(places()).toEqual([0.5, 0.5])
})

test('cards without a position lie beside each other in the plot, off the strip under its axis', () => {
  stand = open()
  const other = initiativeId('sell')
  stand.client.commands.addInitiatives([{ id: other, title: 'Sell' }])
  stand.client.commands.placeOnCurve(SHIP, FIRST_INSTANCE, { curveId: CURVE })
  stand.client.commands.placeOnCurve(other, FIRST_INSTANCE, { curveId: CURVE })
  const first = readPlacement(stand.board, KEY)
  const second = readPlacement(stand.board, placementKey(other, FIRST_INSTANCE))
  expect(first).toMatchObject({ target: `curve:${CURVE}` })
  expect(first).not.toHaveProperty('x')
  expect(second).not.toEqual(first)
  const [standing] = standTemplates(listInstances(stand.board))
  const plot = standing?.plots.find(({ curve }) => curve.id === CURVE)
  if (!first || !plot) throw new Error('The card and its plot are there.')
  const bottom = plot.outer.y + first.dy + CARD_SIZE_PX.h
  expect(bottom).toBeLessThanOrEqual(plot.inner.y + plot.inner.h)
})

test('cards carried from the list onto one spot of a plot come to rest beside each other, below its heading', () => {
  stand = open()
  const other = initiativeId('sell')
  stand.client.commands.addInitiatives([{ id: other, title: 'Sell' }])
  const [standing] = standTemplates(listInstances(stand.board))
  const plot = standing?.plots.find(({ curve }) => curve.id === 'linear')
  if (!plot) throw new Error('The plot is there.')
  const at = { x: plot.outer.x + 50, y: plot.outer.y - 60 }
  for (const id of [SHIP, other]) stand.client.commands.dropInitiative(id, at)
  const [first, second] = [SHIP, other].map((id) =>
    readPlacement(stand.board, placementKey(id, FIRST_INSTANCE)),
  )
  expect(first).toMatchObject({ target: 'curve:linear', dx: 50, dy: plot.inner.y - plot.outer.y })
  expect(second?.dy).toBeGreaterThanOrEqual((first?.dy ?? 0) + 56)
})

test('a card beside the templates comes along when it is placed on one', () => {
  stand = open()
  stand.client.commands.dropInitiative(SHIP, { x: 9_000, y: 9_000 })
  expect(readPlacement(stand.board, placementKey(SHIP, CANVAS_INSTANCE))).toMatchObject({
    dx: 9_000,
    dy: 9_000,
  })
  stand.client.commands.placeOnCurve(SHIP, FIRST_INSTANCE, { curveId: CURVE, x: 0.5 })
  expect(readPlacement(stand.board, placementKey(SHIP, CANVAS_INSTANCE))).toBeNull()
})

test('an import is undone as one', () => {
  stand = open()
  const rows = [
    { id: initiativeId('a'), title: 'A' },
    { id: initiativeId('b'), title: 'B' },
  ]
  const answer = stand.client.commands.importInitiatives({ rows, createId })
  expect(answer).toEqual({ added: 2, updated: 0, unchanged: 0, skipped: 0, hasChanged: true })
  stand.client.undo.undo()
  expect(listInitiatives(stand.board)).toHaveLength(1)
})

test('bringing in again what is there already needs no room for more', () => {
  stand = open()
  const rows = Array.from({ length: 1_200 }, (_, at) => ({
    id: initiativeId(`row-${at}`),
    title: `Row ${at}`,
    externalKey: `K-${at}`,
  }))
  const { commands } = stand.client
  const counts = { added: 0, updated: 0, unchanged: 0, skipped: 0, hasChanged: false }
  expect(commands.importInitiatives({ rows, createId })).toEqual({
    ...counts,
    added: 1_200,
    hasChanged: true,
  })
  expect(commands.importInitiatives({ rows, createId })).toEqual({ ...counts, unchanged: 1_200 })
  const others = rows.map(({ title }, at) => ({ title: `Other ${title}`, externalKey: `O-${at}` }))
  expect(commands.importInitiatives({ rows: others, createId })).toBeNull()
  expect(stand.client.notice.get()?.sentence).toContain('2,000')
})

test('fields of several initiatives are set in one step', () => {
  stand = open()
  const other = initiativeId('sell')
  const { commands, undo, view } = stand.client
  commands.addInitiatives([{ id: other, title: 'Sell', team: 'Web' }])
  commands.setFields([SHIP, other].map((id) => ({ id, fields: { team: 'Core' } })))
  expect([SHIP, other].map((id) => view.initiative(id).get()?.team)).toEqual(['Core', 'Core'])
  undo.undo()
  expect([SHIP, other].map((id) => view.initiative(id).get()?.team)).toEqual([undefined, 'Web'])
})

test('who may not edit is told, and nothing changes', () => {
  stand = open()
  stand.canEdit.set(false)
  expect(stand.client.commands.addInitiatives([{ id: initiativeId('a'), title: 'A' }])).toEqual([])
  stand.client.commands.deleteInitiative(SHIP)
  stand.client.commands.setFields([{ id: SHIP, fields: { team: 'Core' } }])
  expect(stand.client.view.initiative(SHIP).get()).not.toHaveProperty('team')
  expect(listInitiatives(stand.board)).toHaveLength(1)
  expect(stand.client.notice.get()?.tone).toBe('attention')
})

test('what somebody else’s hand is on is refused with their name', () => {
  stand = open()
  stand.client.commands.placeOnCurve(SHIP, FIRST_INSTANCE, { curveId: CURVE, x: 0.5 })
  stand.lane.receive(9, {
    kind: 'start',
    gesture: 1,
    what: 'move',
    records: [{ id: cardShapeId(SHIP, FIRST_INSTANCE), x: 0, y: 0 }],
  })
  stand.client.commands.slide([ON_FIRST], 0.1)
  expect(readPlacement(stand.board, KEY)?.x).toBe(0.5)
  expect(stand.client.notice.get()?.sentence).toContain('Somebody')
})

test('a card somebody else carries from the list is theirs until they let go, by whatever command', () => {
  stand = open()
  const { commands, notice } = stand.client
  const start = { kind: 'start', gesture: 1, what: 'tray', records: [{ id: SHIP, x: 0, y: 0 }] } as const
  stand.lane.receive(9, start)
  commands.placeOnCurve(SHIP, FIRST_INSTANCE, { curveId: CURVE, x: 0.25 })
  expect(notice.get()?.sentence).toMatch(/is moving this right now/)
  commands.dropInitiative(SHIP, { x: 9_000, y: 9_000 })
  expect([...stand.board.placements.keys()]).toEqual([])
  stand.lane.receive(9, { kind: 'end', gesture: 1 })
  commands.dropInitiative(SHIP, { x: 9_000, y: 9_000 })
  expect([...stand.board.placements.keys()]).toEqual([placementKey(SHIP, CANVAS_INSTANCE)])
})

test('what somebody added is deleted in one step, which undo takes back', () => {
  stand = open()
  const { commands, undo } = stand.client
  expect(commands.deleteAdded('ada').map(({ id }) => id)).toEqual([SHIP])
  expect(listInitiatives(stand.board)).toEqual([])
  expect(commands.deleteAdded('ada')).toEqual([])
  undo.undo()
  expect(listInitiatives(stand.board).map(({ id }) => id)).toEqual([SHIP])
})
