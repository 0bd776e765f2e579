import { expect, test } from 'vitest'
import { listed } from '@/lib/text/listed'

test('parts are listed with one “and”', () => {
  expect(listed([])).toBe('')
  expect(listed(['3 teams'])).toBe('3 teams')
  expect(listed(['3 teams', '2 notes'])).toBe('3 teams and 2 notes')
  expect(listed(['3 teams', '12 cards', '2 notes'])).toBe('3 teams, 12 cards and 2 notes')
})
