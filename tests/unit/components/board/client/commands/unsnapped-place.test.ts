import { expect, test } from 'vitest'
import { unsnappedPlace } from '@/components/board/client/commands/unsnapped-place'
import { placementKey, type BoardDocument } from '@/lib/board/layout'
import { livingPlacements } from '@/lib/board/initiatives/living'
import { addInitiatives } from '@/lib/board/operations/initiatives'
import { setPlacements } from '@/lib/board/operations/placements'
import { layoutCards } from '@/lib/board/places/cards/layout-cards'
import { listInstances } from '@/lib/board/read'
import { FIRST_INSTANCE } from '@/lib/board/seed'
import { CURVES } from '@/lib/curves/catalogue'
import { overlaps, type Box } from '@/lib/geometry/box'
import { authorOf, initiativeId, seededBoard } from '@/tests/support/boards/board-builders'

const ADA = authorOf('ada')
const CURVE_IDS = CURVES.map(({ id }) => id)

/** As many initiatives as this, spread over the six plots in turn. */
function boardWith(count: number): { board: BoardDocument; ids: ReturnType<typeof initiativeId>[] } {
  const board = seededBoard()
  // Ids come in no order, as those of real initiatives.
  const ids = Array.from({ length: count }, (_, at) => initiativeId(`i${(at * 7) % count}`))
  addInitiatives(
    board,
    ADA,
    ids.map((id) => ({ id, title: id })),
  )
  return { board, ids }
}

function put(board: BoardDocument, [id, curveId, x]: Put): void {
  const target = `curve:${curveId}`
  const key = placementKey(id, FIRST_INSTANCE)
  const placement =
    x === undefined
      ? { target, ...unsnappedPlace(board, { id, instanceId: FIRST_INSTANCE, curveId }) }
      : { target, x, dx: 0, dy: 0 }
  setPlacements(board, ADA, [{ key, placement }])
}

type Put = readonly [id: ReturnType<typeof initiativeId>, curveId: string, x?: number | undefined]

function cardsOf(board: BoardDocument): Map<string, Box> {
  const layouts = layoutCards(listInstances(board), livingPlacements(board)).values()
  return new Map([...layouts].map(({ initiativeId: id, x, y, w, h }) => [id, { x, y, w, h }]))
}

function piled(boxes: readonly Box[]): number {
  return boxes.filter((one, at) => boxes.slice(at + 1).some((other) => overlaps(one, other))).length
}

test('24 cards that nobody is sure about lie side by side on the six plots, and stay as others come and go', () => {
  const { board, ids } = boardWith(24)
  for (const [at, id] of ids.entries()) {
    put(board, [id, CURVE_IDS[at % 6] ?? ''])
  }
  expect(piled([...cardsOf(board).values()])).toBe(0)
  const before = cardsOf(board)
  for (const id of ids.slice(0, 12))
    setPlacements(board, ADA, [{ key: placementKey(id, FIRST_INSTANCE), placement: null }])
  for (const [id, { x, y }] of cardsOf(board)) expect(before.get(id)).toMatchObject({ x, y })
})

test('a card nobody is sure about moves no card on the line, and lies over none', () => {
  const { board, ids } = boardWith(12)
  for (const [at, id] of ids.slice(0, 6).entries()) put(board, [id, CURVE_IDS[at] ?? '', 0.5])
  const before = cardsOf(board)
  for (const [at, id] of ids.slice(6).entries()) put(board, [id, CURVE_IDS[at] ?? ''])
  const after = cardsOf(board)
  for (const [id, box] of before) expect(after.get(id)).toEqual(box)
  expect(piled([...after.values()])).toBe(0)
})

test('cards on the line come clear of those that lie there already', () => {
  const { board, ids } = boardWith(18)
  for (const [at, id] of ids.entries()) put(board, [id, CURVE_IDS[at % 6] ?? '', at < 12 ? undefined : 0.5])
  expect(piled([...cardsOf(board).values()])).toBe(0)
})

test('a card that lies there already stays where it lies', () => {
  const { board, ids } = boardWith(2)
  const [id] = ids
  if (!id) throw new Error('There is one.')
  const placement = { target: `curve:${CURVE_IDS[0]}`, dx: 33, dy: 71 }
  setPlacements(board, ADA, [{ key: placementKey(id, FIRST_INSTANCE), placement }])
  const at = { id, instanceId: FIRST_INSTANCE, curveId: CURVE_IDS[0] ?? '' }
  expect(unsnappedPlace(board, at)).toEqual({ dx: 33, dy: 71 })
})
