import { expect, it } from 'vitest'
import { layLoose, type LooseCard } from '@/lib/board/places/cards/loose/loose-cards'
import { plotGround } from '@/lib/board/places/cards/plot-ground'
import { lookAround } from '@/lib/board/places/cards/settle-pin'
import { standTemplates } from '@/lib/board/places/standing'
import { overlaps } from '@/lib/geometry/box'
import { instanceAt } from '@/tests/support/boards/board-builders'

const [STANDING] = standTemplates([instanceAt('first', 0, 0)])
const [PLOT] = STANDING?.plots ?? []
const SPOT = { x: 100, y: 200 }

function groundOf() {
  if (!PLOT) throw new Error('The plot stands.')
  return plotGround(PLOT, STANDING ?? null)
}

function lay(...cards: LooseCard[]) {
  return layLoose(cards, { plot: groundOf, looks: lookAround() })
}

it('leaves every card where it was put, whatever comes and goes, and only takes of its size', () => {
  const there = [
    { id: 'a', ...SPOT },
    { id: 'c', x: 112, y: 208.5 },
  ]
  const more = Array.from({ length: 9 }, (_, at) => ({ id: `b${at}`, x: 60, y: 150 + at }))
  for (const cards of [there, [...there, ...more], [...more, ...there].reverse()]) {
    const boxes = lay(...cards)
    for (const { id, x, y } of there) expect(boxes.get(id)).toMatchObject({ x, y })
  }
  expect(lay(...there, ...more).get('a')?.h).toBeLessThan(lay(...there).get('a')?.h ?? 0)
})

it('stands cards that two people put on the very same spot beside each other, alike for everybody', () => {
  const cards = ['b', 'a', 'c'].map((id) => ({ id, ...SPOT }))
  const boxes = lay(...cards)
  expect(boxes.get('a')).toMatchObject(SPOT)
  const all = [...boxes.values()]
  all.forEach((one, at) => {
    for (const other of all.slice(at + 1)) expect(overlaps(one, other)).toBe(false)
  })
  const again = lay(...[...cards].reverse())
  for (const [id, box] of boxes) expect(again.get(id)).toEqual(box)
})

it('looks for places for so many of a heap on one spot, and leaves the rest there', () => {
  const heap = Array.from({ length: 500 }, (_, at) => ({ id: `card ${at}`, ...SPOT }))
  const boxes = lay(...heap)
  expect(boxes.size).toBe(500)
  expect([...boxes.values()].filter(({ x, y }) => x !== SPOT.x || y !== SPOT.y)).toHaveLength(20)
})
