import { expect, test } from 'vitest'
import { nextIndex } from '@/components/workshop/tray/list/focus-neighbour'

test('arrows step among the cards and stop at the ends', () => {
  expect(nextIndex('ArrowDown', 0, 3)).toBe(1)
  expect(nextIndex('ArrowDown', 2, 3)).toBe(2)
  expect(nextIndex('ArrowUp', 0, 3)).toBe(0)
  expect(nextIndex('ArrowLeft', 2, 3)).toBe(1)
})

test('Home and End lead to the first and the last card', () => {
  expect(nextIndex('Home', 2, 3)).toBe(0)
  expect(nextIndex('End', 0, 3)).toBe(2)
})

test('other keys and an empty list lead nowhere', () => {
  expect(nextIndex('Enter', 0, 3)).toBeNull()
  expect(nextIndex('End', 0, 0)).toBeNull()
})
