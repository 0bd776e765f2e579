import { expect, test } from 'vitest'
import { openedWords } from '@/components/workshop/entry/my-boards/card/opened-words'

const NOW = Date.UTC(2026, 10, 22, 12)
const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

test('what was opened lately is told as long ago', () => {
  expect(openedWords(NOW - 59_000, NOW)).toBe('just now')
  expect(openedWords(NOW - MINUTE_MS, NOW)).toBe('1 minute ago')
  expect(openedWords(NOW - 23 * HOUR_MS, NOW)).toBe('23 hours ago')
  expect(openedWords(NOW - 25 * HOUR_MS, NOW)).toBe('yesterday')
  expect(openedWords(NOW - 6.5 * 24 * HOUR_MS, NOW)).toBe('6 days ago')
})

test('what was opened longer than a week ago is told by its day', () => {
  expect(openedWords(Date.UTC(2026, 10, 15, 11), NOW)).toBe('Nov 15, 2026')
})

test('a clock that runs ahead tells nothing from the future', () => {
  expect(openedWords(NOW + HOUR_MS, NOW)).toBe('just now')
})
