import { describe, expect, it } from 'vitest'
import { findLoosePlace, looseSizeAmong } from '@/lib/board/places/cards/loose/loose-place'
import { plotGround } from '@/lib/board/places/cards/plot-ground'
import { standTemplates } from '@/lib/board/places/standing'
import { CURVES } from '@/lib/curves/catalogue'
import { holds, overlaps, type Box } from '@/lib/geometry/box'
import { instanceAt } from '@/tests/support/boards/board-builders'

const [STANDING] = standTemplates([instanceAt('first', 0, 0)])
/** On every curve so many can lie side by side. */
const FITTED = 16

function groundOf(curveId: string) {
  const plot = STANDING?.plots.find(({ curve }) => curve.id === curveId)
  if (!plot) throw new Error('The plot stands.')
  return plotGround(plot, STANDING ?? null)
}

/** Puts so many cards on a plot, one after the other, and answers where they lie in the end. */
function layOneByOne(curveId: string, count: number, others: readonly Box[] = []): Box[] {
  const ground = groundOf(curveId)
  const at: { x: number; y: number }[] = []
  for (let number = 1; number <= count; number++) {
    const size = looseSizeAmong(number)
    const there = [...others, ...at.map((one) => ({ ...one, ...size }))]
    at.push(findLoosePlace({ ground, there: there.map((box) => ({ box, point: null })), size }))
  }
  return at.map((one) => ({ ...one, ...looseSizeAmong(count) }))
}

function pairs(boxes: readonly Box[]): [Box, Box][] {
  return boxes.flatMap((one, at) => boxes.slice(at + 1).map((other): [Box, Box] => [one, other]))
}

describe.each(CURVES.map(({ id }) => id))('cards without a position on %s', (curveId) => {
  it('lie side by side on the plot, off the strip under it, as many as there is room for', () => {
    for (const count of [2, 4, 6, 9, FITTED]) {
      const boxes = layOneByOne(curveId, count)
      expect(
        pairs(boxes).filter(([one, other]) => overlaps(one, other)),
        `${count} cards`,
      ).toEqual([])
    }
  })

  it('never leave the plot, and never lie on the very same spot, however many', () => {
    const boxes = layOneByOne(curveId, 60)
    const { room } = groundOf(curveId)
    for (const box of boxes) {
      expect(holds(room, box) && holds(room, { x: box.x + box.w, y: box.y + box.h })).toBe(true)
    }
    for (const [one, other] of pairs(boxes.slice(0, 56))) expect(overlaps(one, other)).toBe(false)
  })

  it('keep clear of a card on the line as long as there is room elsewhere', () => {
    const card = { x: groundOf(curveId).inner.x + 60, y: groundOf(curveId).inner.y + 90, w: 216, h: 88 }
    for (const box of layOneByOne(curveId, 4, [card])) expect(overlaps(box, card)).toBe(false)
  })
})

it('leaves the line and its words in sight where there is room beside them', () => {
  const { lines, words } = groundOf('j-curve')
  const [box] = layOneByOne('j-curve', 1)
  if (!box) throw new Error('It has a place.')
  expect(lines.flat().some((point) => holds(box, point))).toBe(false)
  expect(words.some((one) => overlaps(one, box))).toBe(false)
})

it('stands further cards in one column, row under row', () => {
  const boxes = layOneByOne('j-curve', 3)
  expect(new Set(boxes.map(({ x }) => x)).size).toBe(1)
  const rows = boxes.map(({ y }) => y)
  expect(rows).toEqual([...rows].sort((one, other) => one - other))
  expect((rows[1] ?? 0) - (rows[0] ?? 0)).toBe((rows[2] ?? 0) - (rows[1] ?? 0))
})
