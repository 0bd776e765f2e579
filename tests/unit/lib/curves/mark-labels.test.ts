import { describe, expect, it } from 'vitest'
import { LABEL_LINE_PX, placeMarkLabels } from '@/lib/curves/mark-labels'
import { CURVES } from '@/lib/curves/catalogue'

const box = { w: 400, h: 280 }
const measure = (text: string): number => text.length * 6

describe.each(CURVES)('the marks of $id', (curve) => {
  const labels = placeMarkLabels(curve, box, measure)
  const boxes = labels.map(({ lines, text }) => ({
    left: text.x - Math.max(...lines.map(measure)),
    right: text.x,
    top: text.y - lines.length * LABEL_LINE_PX,
    bottom: text.y,
  }))

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
