import { expect, test } from 'vitest'
import { listFor } from '@/components/canvas/teams/asking/list-for'

test('a team that is pressed goes into the first list that is empty', () => {
  expect(listFor({ from: '', to: '' }, 'blue')).toBe('from')
  expect(listFor({ from: 'blue', to: '' }, 'red')).toBe('to')
  expect(listFor({ from: '', to: 'red' }, 'blue')).toBe('from')
})

test('no team goes into both lists, and none into lists that are full', () => {
  expect(listFor({ from: 'blue', to: '' }, 'blue')).toBeNull()
  expect(listFor({ from: '', to: 'red' }, 'red')).toBeNull()
  expect(listFor({ from: 'blue', to: 'red' }, 'green')).toBeNull()
})
