import { expect, test } from 'vitest'
import { changeWords } from '@/components/workshop/inspector/change-words'

const NOW = 1_700_000_000_000
const FAY = { personId: 'fay', name: 'Fay' }

test.each([
  [0, 'Changed by Fay, just now'],
  [59_000, 'Changed by Fay, just now'],
  [60_000, 'Changed by Fay, 1 minute ago'],
  [7_300_000, 'Changed by Fay, 2 hours ago'],
  [200_000_000, 'Changed by Fay, 2 days ago'],
])('%i ms ago is told as “%s”', (ago, words) => {
  expect(changeWords({ ...FAY, at: NOW - ago }, { now: NOW, personId: 'pat' })).toBe(words)
})

test('I am told that it was me, and nobody has a name made up', () => {
  expect(changeWords({ ...FAY, at: NOW }, { now: NOW, personId: 'fay' })).toBe('Changed by you, just now')
  const nameless = { personId: 'server', name: null, at: NOW }
  expect(changeWords(nameless, { now: NOW, personId: 'fay' })).toBe('Changed, just now')
})

test('a clock that is behind tells nothing from the future', () => {
  expect(changeWords({ ...FAY, at: NOW + 5_000 }, { now: NOW, personId: 'pat' })).toMatch(/just now$/)
})
