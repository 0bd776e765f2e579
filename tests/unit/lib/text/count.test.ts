import { expect, test } from 'vitest'
import { count } from '@/lib/text/count'

test('a number stands with its word, which is another one for several', () => {
  expect([count(1, 'card'), count(2, 'card'), count(0, 'card')]).toEqual(['1 card', '2 cards', '0 cards'])
  expect(count(3, 'person', 'people')).toBe('3 people')
})
