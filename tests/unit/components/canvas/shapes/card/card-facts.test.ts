import { expect, it } from 'vitest'
import { inShort } from '@/components/canvas/shapes/card/card-facts'
import { CURVES } from '@/lib/curves/catalogue'
import { readingOf } from '@/lib/curves/reading'

it('shortens a reading to its first sentence with one percent sign', () => {
  expect(inShort('Spent 30\u00a0%, banked 5\u00a0%. Next: test the riskiest belief.')).toBe(
    'Spent 30, banked 5\u00a0%',
  )
  expect(inShort('Spent 90\u00a0%, banked 100\u00a0%. Past enough: stop or say why.')).toBe(
    'Spent 90\u00a0%, banked all',
  )
})

it('keeps every reading short enough for the row of a card', () => {
  for (const curve of CURVES) {
    for (let x = 0; x <= 1; x += 0.01) expect(inShort(readingOf(curve, x)).length).toBeLessThanOrEqual(23)
  }
})
