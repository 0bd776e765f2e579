import { expect, test } from 'vitest'
import { shiftInto, shiftToMeet } from '@/components/canvas/view/shift-span'

test('what is in view stays where it is', () => {
  expect(shiftInto([10, 50], [0, 100], 8)).toBe(0)
  expect(shiftInto([0, 100], [0, 100], 8)).toBe(0)
})

test('what is cut off comes in, no farther than needed', () => {
  expect(shiftInto([80, 120], [0, 100], 8)).toBe(-28)
  expect(shiftInto([-30, 10], [0, 100], 8)).toBe(38)
})

test('of what lies wholly outside the near end comes in; what is in view in part stays', () => {
  expect(shiftToMeet([140, 900], [0, 100], 8)).toBe(-132)
  expect(shiftToMeet([-900, -40], [0, 100], 8)).toBe(132)
  expect(shiftToMeet([90, 900], [0, 100], 8)).toBe(0)
})
