import type { TLBinding, TLShape } from '@tldraw/tlschema'
import { afterEach, expect, test } from 'vitest'
import { CANVAS_INSTANCE, cardShapeId, placementKey, type BoardDocument } from '@/lib/board/layout'
import { shortageSentence } from '@/lib/board/limits/room-for'
import { assignTeam } from '@/lib/board/operations/assign'
import { addInitiatives } from '@/lib/board/operations/initiatives'
import { setPlacements } from '@/lib/board/operations/placements'
import { createRecords } from '@/lib/board/operations/records'
import { addTeam } from '@/lib/board/operations/teams'
import { findRecord, listInitiatives, readPlacement } from '@/lib/board/read'
import { FIRST_INSTANCE } from '@/lib/board/seed'
import type { TeamId } from '@/lib/ids'
import { LIMITS } from '@/lib/sync/limits'
import {
  arrowRecord,
  authorOf,
  bindingRecord,
  initiativeId,
  seededBoard,
} from '@/tests/support/boards/board-builders'
import { standAt, type CanvasStand } from '../../support/canvas-stand'

const SHIP = initiativeId('ship')
const CARD = cardShapeId(SHIP, FIRST_INSTANCE)

let stand: CanvasStand
afterEach(() => stand.stop())

function boardWithCard(): BoardDocument {
  const board = seededBoard()
  addInitiatives(board, authorOf('ada'), [{ id: SHIP, title: 'Ship it' }])
  setPlacements(board, authorOf('ada'), [
    { key: placementKey(SHIP, FIRST_INSTANCE), placement: { target: 'frame', dx: 500, dy: 10 } },
  ])
  return board
}

test('a drag that goes on after the window lost focus still leaves a card in one place', () => {
  stand = standAt(boardWithCard())
  const { board } = stand
  const frame = stand.shape(`shape:frame-${FIRST_INSTANCE}`)
  stand.isPointerDown = true
  stand.begin('moving', [CARD])
  stand.move(CARD, { x: frame.x - 2_000, y: frame.y - 2_000 })
  stand.page.dispatchEvent(new Event('blur'))
  stand.move(CARD, { x: frame.x + 500, y: frame.y + 10 })
  stand.end()
  stand.isPointerDown = false
  stand.projection.flush()
  expect([...board.placements].filter(([, placement]) => placement).map(([key]) => key)).toEqual([
    placementKey(SHIP, FIRST_INSTANCE),
  ])
  expect(stand.shape(CARD).x).toBe(frame.x + 500)
  stand.client.undo.undo()
  expect(stand.client.undo.canUndo.get()).toBe(false)
})

test('a drag that carries a copy while the window loses focus makes the copy when it ends, and leaves the card', () => {
  stand = standAt(boardWithCard())
  const { board } = stand
  const key = placementKey(SHIP, FIRST_INSTANCE)
  const before = readPlacement(board, key)
  const card = stand.shape(CARD)
  stand.isPointerDown = true
  stand.begin('moving', ['shape:copy'])
  stand.store.put([{ ...card, id: 'shape:copy' as TLShape['id'], x: card.x + 50 }])
  stand.page.dispatchEvent(new Event('blur'))
  stand.move('shape:copy', { x: card.x + 90, y: card.y })
  stand.end()
  stand.isPointerDown = false
  stand.projection.flush()
  expect(listInitiatives(board)).toHaveLength(2)
  expect(readPlacement(board, key)).toEqual(before)
})

test('a copy belongs to the same team, also when that is renamed', () => {
  const board = boardWithCard()
  const core = 'core' as TeamId
  addTeam(board, authorOf('ada'), {
    ...{ id: core, name: 'Core', type: 'platform', instanceId: FIRST_INSTANCE },
    at: { dx: 0, dy: 0, w: 200, h: 100 },
  })
  assignTeam(board, authorOf('ada'), { id: SHIP, teamId: core })
  stand = standAt(board)
  const card = stand.shape(CARD)
  stand.store.put([{ ...card, id: 'shape:copy' as TLShape['id'], x: card.x + 50 }])
  stand.router.flush()
  expect(listInitiatives(board).map(({ team, teamId }) => [team, teamId])).toEqual([
    ['Core', core],
    ['Core', core],
  ])
  stand.client.undo.undo()
  expect(listInitiatives(board)).toHaveLength(1)
})

test('a copy for which the board has no room is not made, and its person is told', () => {
  const board = boardWithCard()
  const others = Array.from({ length: LIMITS.INITIATIVES - 1 }, (_, at) => initiativeId(`i${at}`))
  addInitiatives(
    board,
    authorOf('ada'),
    others.map((id) => ({ id, title: id })),
  )
  stand = standAt(board)
  const card = stand.shape(CARD)
  stand.store.put([{ ...card, id: 'shape:copy' as TLShape['id'], x: card.x + 50 }])
  stand.router.flush()
  expect(listInitiatives(board)).toHaveLength(LIMITS.INITIATIVES)
  expect([...board.placements].filter(([, placement]) => placement)).toHaveLength(1)
  expect(stand.client.notice.get()?.sentence).toBe(shortageSentence('initiatives', 'living'))
})

test('many cards moved at once look at the board once, and so do many that are deleted', () => {
  const board = seededBoard()
  const ids = Array.from({ length: 30 }, (_, at) => initiativeId(`i${at}`))
  addInitiatives(
    board,
    authorOf('ada'),
    ids.map((id) => ({ id, title: id })),
  )
  setPlacements(
    board,
    authorOf('ada'),
    ids.map((id, at) => ({
      key: placementKey(id, CANVAS_INSTANCE),
      placement: { target: 'canvas', dx: -3_000, dy: at * 200 },
    })),
  )
  stand = standAt(board)
  const cards = ids.map((id) => stand.shape(cardShapeId(id, CANVAS_INSTANCE)))
  const { placements } = board
  let looks = 0
  const [entries, keys] = [placements.entries.bind(placements), placements.keys.bind(placements)]
  placements.entries = () => ((looks += 1), entries())
  placements.keys = () => ((looks += 1), keys())
  stand.store.put(cards.map((card) => ({ ...card, x: card.x - 500 })))
  stand.router.flush()
  expect(readPlacement(board, placementKey(initiativeId('i29'), CANVAS_INSTANCE))?.dx).toBe(-3_500)
  expect(looks).toBeLessThan(10)
  stand.store.remove(cards.map(({ id }) => id))
  stand.router.flush()
  expect([...entries()].filter(([, placement]) => placement)).toEqual([])
  expect(looks).toBeLessThan(20)
})

test('a card let go on another comes to rest beside it in the same step, and the other stays', () => {
  const board = boardWithCard()
  const other = initiativeId('sell')
  const plot = { target: 'curve:quick-taper', dx: 200, dy: 200 }
  addInitiatives(board, authorOf('ada'), [{ id: other, title: 'Sell it' }])
  setPlacements(board, authorOf('ada'), [{ key: placementKey(other, FIRST_INSTANCE), placement: plot }])
  stand = standAt(board)
  const key = placementKey(SHIP, FIRST_INSTANCE)
  const there = stand.shape(cardShapeId(other, FIRST_INSTANCE))
  stand.begin('moving', [CARD])
  stand.move(CARD, { x: there.x + 6, y: there.y + 4 })
  stand.end()
  stand.projection.flush()
  const rested = readPlacement(board, key)
  expect(rested?.target).toBe('curve:quick-taper')
  expect(Math.abs((rested?.dy ?? 0) - plot.dy)).toBeGreaterThanOrEqual(56)
  expect(stand.shape(CARD).y - there.y).toBe((rested?.dy ?? 0) - plot.dy)
  expect(readPlacement(board, placementKey(other, FIRST_INSTANCE))).toEqual(plot)
  stand.client.undo.undo()
  expect(readPlacement(board, key)).toMatchObject({ target: 'frame', dx: 500, dy: 10 })
  expect(stand.client.undo.canUndo.get()).toBe(false)
})

const ELSEWHERE = cardShapeId(SHIP, CANVAS_INSTANCE)

function boardWithArrow(): BoardDocument {
  const board = boardWithCard()
  createRecords(board, authorOf('bo'), [
    arrowRecord('shape:arrow'),
    bindingRecord('binding:end', 'shape:arrow', CARD),
  ])
  return board
}

const arrowEnd = (): unknown => findRecord(stand.board, 'binding:end')?.['toId']

test('a card let go beside its template stays in hand, and the arrow on it follows, in one step', () => {
  stand = standAt(boardWithArrow())
  const card = stand.shape(CARD)
  stand.store.put([{ ...card, x: card.x - 3_000 }])
  stand.router.flush()
  stand.projection.flush()
  expect(stand.replaced).toEqual([[CARD, ELSEWHERE]])
  expect(arrowEnd()).toBe(ELSEWHERE)
  expect(stand.store.get('binding:end' as TLBinding['id'])?.toId).toBe(ELSEWHERE)
  stand.client.undo.undo()
  stand.projection.flush()
  expect(arrowEnd()).toBe(CARD)
  expect(stand.store.get('binding:end' as TLBinding['id'])?.toId).toBe(CARD)
  expect(stand.client.undo.canUndo.get()).toBe(false)
})

test('a card that only moves on its template keeps its shape', () => {
  stand = standAt(boardWithArrow())
  const card = stand.shape(CARD)
  stand.store.put([{ ...card, x: card.x + 10 }])
  stand.router.flush()
  expect(stand.replaced).toEqual([])
  expect(arrowEnd()).toBe(CARD)
})

test('an arrow is on its card wherever a drag ends, also when the window lost focus on the way', () => {
  stand = standAt(boardWithArrow())
  const frame = stand.shape(`shape:frame-${FIRST_INSTANCE}`)
  stand.isPointerDown = true
  stand.begin('moving', [CARD])
  stand.move(CARD, { x: frame.x - 2_000, y: frame.y })
  stand.page.dispatchEvent(new Event('blur'))
  expect(arrowEnd()).toBe(ELSEWHERE)
  expect(stand.replaced).toEqual([])
  stand.move(CARD, { x: frame.x + 500, y: frame.y + 10 })
  stand.end()
  stand.isPointerDown = false
  stand.projection.flush()
  expect(arrowEnd()).toBe(CARD)
  stand.client.undo.undo()
  expect(arrowEnd()).toBe(CARD)
  expect(stand.client.undo.canUndo.get()).toBe(false)
})

test('keys move a card past others and over the edge of its plot, exactly as far as they say', () => {
  const board = boardWithCard()
  const other = initiativeId('sell')
  addInitiatives(board, authorOf('ada'), [{ id: other, title: 'Sell it' }])
  setPlacements(board, authorOf('ada'), [
    { key: placementKey(SHIP, FIRST_INSTANCE), placement: { target: 'curve:j-curve', dx: 60, dy: 90 } },
    { key: placementKey(other, FIRST_INSTANCE), placement: { target: 'curve:j-curve', dx: 30, dy: 100 } },
  ])
  stand = standAt(board)
  const before = stand.shape(CARD)
  for (const presses of [1, 2, 3, 4, 5, 6, 7, 8]) {
    stand.store.put([{ ...stand.shape(CARD), x: before.x - presses * 10 }])
    stand.router.flush()
    stand.projection.flush()
    expect(stand.shape(CARD)).toMatchObject({ x: before.x - presses * 10, y: before.y })
  }
})
