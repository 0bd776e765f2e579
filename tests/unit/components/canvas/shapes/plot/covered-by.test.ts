import { expect, it } from 'vitest'
import { coveredBy } from '@/components/canvas/shapes/plot/covered-by'
import { placeNames } from '@/components/canvas/shapes/plot/names/line-names'
import { CURVES } from '@/lib/curves/catalogue'
import { placeBadges } from '@/lib/curves/line-badges'

const BOX = { w: 960, h: 672 }
const CARD = { w: 216, h: 88, pinX: 108, pinY: 120 }

it('is the card, its point and what leads there, and the card alone where it says no position', () => {
  const card = { x: 10.4, y: 20, props: { ...CARD, x: 0.5 } }
  expect(coveredBy(card)).toEqual([
    { x: 10, y: 20, w: 216, h: 88 },
    { x: 111, y: 133, w: 14, h: 14 },
    ...[108, 119, 129].map((top) => ({ x: 116, y: top, w: 4, h: 11 })),
  ])
  expect(coveredBy({ ...card, props: { ...CARD, x: null } })).toHaveLength(1)
})

it('leaves no name of a line under the points of cards on it', () => {
  const badges = placeBadges(CURVES, BOX)
  const sizeOf = (name: string): { w: number; h: number } => ({ w: name.length * 7, h: 14 })
  const ground = { box: BOX, badges, badgeRadius: 13, sizeOf }
  const free = placeNames(CURVES, ground).get('quick-win-step')
  if (!free) throw new Error('The line has a name.')
  const pin = { x: free.anchor === 'start' ? free.x + 40 : free.x - 40, y: free.y - 5 }
  const card = { x: pin.x, y: pin.y + 60, props: { ...CARD, x: 0.3, pinX: 0, pinY: -60 } }
  expect(placeNames(CURVES, { ...ground, cards: coveredBy(card) }).get('quick-win-step')).not.toEqual(free)
})
