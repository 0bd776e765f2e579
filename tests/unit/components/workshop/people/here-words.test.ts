import { expect, test } from 'vitest'
import { hereWords } from '@/components/workshop/people/here-words'

test('it says how many are here, and without the server that nobody knows', () => {
  expect(hereWords(1, true)).toBe('Only you are here')
  expect(hereWords(3, true)).toBe('3 people here')
  expect(hereWords(1, false)).toBe('Offline: no telling who is here')
})
