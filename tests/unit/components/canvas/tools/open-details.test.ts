import { expect, test } from 'vitest'
import { shiftInto } from '@/components/canvas/tools/open-details'

test('what is in view stays where it is', () => {
  expect(shiftInto([10, 50], [0, 100], 8)).toBe(0)
  expect(shiftInto([0, 100], [0, 100], 8)).toBe(0)
})

test('what is cut off comes in, no farther than needed', () => {
  expect(shiftInto([80, 120], [0, 100], 8)).toBe(-28)
  expect(shiftInto([-30, 10], [0, 100], 8)).toBe(38)
})
