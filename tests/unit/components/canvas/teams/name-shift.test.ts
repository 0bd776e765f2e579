import { expect, test } from 'vitest'
import { nameShift } from '@/components/canvas/teams/name-shift'

test('a name is typed where all of it is seen, over its team where that can be', () => {
  expect(nameShift({ left: 100, right: 200 }, 180, 390)).toBe(0)
  expect(nameShift({ left: -20, right: 40 }, 180, 390)).toBe(86)
  expect(nameShift({ left: 350, right: 450 }, 180, 390)).toBe(-106)
})

test('it does not stay behind when its team is moved out of sight', () => {
  expect(nameShift({ left: -300, right: -200 }, 180, 390)).toBe(0)
  expect(nameShift({ left: 400, right: 500 }, 180, 390)).toBe(0)
})
