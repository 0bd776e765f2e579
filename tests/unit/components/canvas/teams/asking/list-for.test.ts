import { expect, test } from 'vitest'
import { listFor } from '@/components/canvas/teams/asking/list-for'

const BOTH = { from: 'blue', to: 'red' }

test('a team that is pressed goes into the first list that is empty, whichever was chosen last', () => {
  expect(listFor({ from: '', to: '' }, 'blue', null)).toBe('from')
  expect(listFor({ from: 'blue', to: '' }, 'red', 'from')).toBe('to')
  expect(listFor({ from: '', to: 'red' }, 'blue', 'to')).toBe('from')
})

test('of two lists that are filled the older choice makes room', () => {
  expect(listFor(BOTH, 'green', 'from')).toBe('to')
  expect(listFor(BOTH, 'green', 'to')).toBe('from')
  expect(listFor(BOTH, 'green', null)).toBe('from')
})

test('no team goes into both lists', () => {
  expect(listFor({ from: 'blue', to: '' }, 'blue', null)).toBeNull()
  expect(listFor({ from: '', to: 'red' }, 'red', null)).toBeNull()
  expect(listFor(BOTH, 'red', 'from')).toBeNull()
})
