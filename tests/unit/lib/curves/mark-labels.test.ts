import { describe, expect, it } from 'vitest'
import { placeBriefMarkLabels, placeMarkLabels } from '@/lib/curves/mark-labels'
import { CURVES } from '@/lib/curves/catalogue'

const box = { w: 400, h: 280 }
const measure = (text: string): number => text.length * 6

const measureLarge = (text: string): number => text.length * 8.5

const CASES = CURVES.flatMap((curve) => [
  { id: curve.id, curve, letters: 'small', labels: placeMarkLabels(curve, box, measure) },
  { id: curve.id, curve, letters: 'large', labels: placeBriefMarkLabels(curve, box, measureLarge) },
])

describe.each(CASES)('the marks of $id in $letters letters', ({ curve, labels }) => {
  const boxes = labels.map(({ room: { x, y, w, h } }) => ({ left: x, right: x + w, top: y, bottom: y + h }))

  it('stand inside the plot', () => {
    for (const words of boxes) {
      expect(words.left).toBeGreaterThanOrEqual(0)
      expect(words.right).toBeLessThanOrEqual(box.w)
      expect(words.top).toBeGreaterThanOrEqual(0)
      expect(words.bottom).toBeLessThanOrEqual(box.h)
    }
  })

  it('have their ticks on the curve', () => {
    for (const { tick } of labels) expect(tick.y).toBeCloseTo((1 - curve.y(tick.x / box.w)) * box.h)
  })

  it('do not stand on each other', () => {
    for (const [at, one] of boxes.entries()) {
      for (const other of boxes.slice(at + 1)) {
        const apart =
          one.right <= other.left ||
          other.right <= one.left ||
          one.bottom <= other.top ||
          other.bottom <= one.top
        expect(apart).toBe(true)
      }
    }
  })
})

it('says where to stop rather than where the jump is, where large letters have room for one of them', () => {
  const labelsOf = (place: typeof placeMarkLabels, measureBy: typeof measure): (string | undefined)[] =>
    CURVES.filter(({ id }) => id === 'quick-win-step').flatMap((curve) =>
      place(curve, box, measureBy).map(({ label }) => label),
    )
  expect(labelsOf(placeMarkLabels, measure)).toEqual(['the jump', 'stop here'])
  expect(labelsOf(placeBriefMarkLabels, measureLarge)).toEqual(['stop here'])
})
