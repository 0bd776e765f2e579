import { expect, it } from 'vitest'
import { addInitiatives } from '@/lib/board/operations/initiatives'
import { setPlacements } from '@/lib/board/operations/placements'
import { livingPlacements } from '@/lib/board/initiatives/living'
import { cardShapeId, placementKey, type BoardDocument } from '@/lib/board/layout'
import { DroppedCards, type CardDrop } from '@/lib/board/places/cards/loose/dropped-cards'
import { layoutCards } from '@/lib/board/places/cards/layout-cards'
import { listInstances } from '@/lib/board/read'
import { FIRST_INSTANCE } from '@/lib/board/seed'
import { overlaps, type Box } from '@/lib/geometry/box'
import { authorOf, initiativeId, seededBoard } from '@/tests/support/boards/board-builders'

const ADA = authorOf('ada')

function boardOf(...names: string[]): BoardDocument {
  const board = seededBoard()
  const drafts = names.map((name) => ({ id: initiativeId(name), title: name }))
  addInitiatives(board, ADA, drafts)
  return board
}

function shapeOf(name: string): string {
  return cardShapeId(initiativeId(name), FIRST_INSTANCE)
}

/** A card let go on the plot of `linear`, so far from its upper left corner. */
function letGo(dx: number, dy: number): CardDrop {
  return { instanceId: FIRST_INSTANCE, placement: { target: 'curve:linear', dx, dy } }
}

function put(board: BoardDocument, name: string, { placement }: CardDrop): void {
  setPlacements(board, ADA, [{ key: placementKey(initiativeId(name), FIRST_INSTANCE), placement }])
}

function boxesOf(board: BoardDocument): Map<string, Box> {
  const cards = layoutCards(listInstances(board), livingPlacements(board))
  return new Map([...cards].map(([id, { x, y, w, h }]) => [id, { x, y, w, h }]))
}

it('lets a card come to rest beside those on the plot, and moves none of them', () => {
  const board = boardOf('a', 'b', 'c', 'd')
  put(board, 'a', letGo(100, 120))
  put(board, 'd', letGo(230, 60))
  put(board, 'b', { ...letGo(0, 0), placement: { target: 'curve:linear', x: 0.9, dx: 0, dy: 0 } })
  const before = boxesOf(board)
  for (const spot of [shapeOf('a'), shapeOf('b')].map((id) => before.get(id))) {
    const plot = { x: 48 + 2 * 520, y: 136 }
    if (!spot) throw new Error('It has a place.')
    const drop = letGo(spot.x - plot.x, spot.y - plot.y)
    put(board, 'c', new DroppedCards(board, [shapeOf('c')]).rest(shapeOf('c'), drop))
    const after = boxesOf(board)
    for (const [id, { x, y }] of before) expect(after.get(id)).toMatchObject({ x, y })
    const boxes = [...after.values()]
    expect(boxes.flatMap((one, at) => boxes.slice(at + 1).filter((other) => overlaps(one, other)))).toEqual(
      [],
    )
  }
})

it('leaves cards that move together as they stand to each other, over the places they leave as well', () => {
  const names = Array.from({ length: 8 }, (_, at) => `i${at}`)
  const board = boardOf(...names)
  for (const [at, name] of names.entries()) put(board, name, letGo(60, 60 + at * 34))
  const shapes = names.map(shapeOf)
  const dropped = new DroppedCards(board, shapes)
  for (const [at, name] of names.entries()) {
    const drop = letGo(90, 54 + at * 34)
    const rested = dropped.rest(shapeOf(name), drop)
    expect(rested).toEqual(drop)
    put(board, name, rested)
  }
})

it('stands cards that come together on one spot beside each other', () => {
  const board = boardOf('a', 'b', 'c')
  const dropped = new DroppedCards(board, ['a', 'b', 'c'].map(shapeOf))
  for (const name of ['a', 'b', 'c']) put(board, name, dropped.rest(shapeOf(name), letGo(120, 90)))
  const boxes = [...boxesOf(board).values()]
  expect(boxes.flatMap((one, at) => boxes.slice(at + 1).filter((other) => overlaps(one, other)))).toEqual([])
})

it('takes what is on a line, on no curve and in no template as it was dropped', () => {
  const board = boardOf('a', 'b')
  put(board, 'a', letGo(100, 120))
  const drops = [
    { ...letGo(0, 0), placement: { target: 'curve:linear', x: 0.4, dx: 0, dy: 0 } },
    { ...letGo(0, 0), placement: { target: 'frame', dx: 3, dy: 4 } },
    { instanceId: 'canvas' as CardDrop['instanceId'], placement: { target: 'canvas', dx: 3, dy: 4 } },
  ]
  for (const drop of drops)
    expect(new DroppedCards(board, [shapeOf('b')]).rest(shapeOf('b'), drop)).toBe(drop)
})
