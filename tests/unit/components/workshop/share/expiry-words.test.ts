import { expect, test } from 'vitest'
import { changedEndWords, expiryWords, LINK_LIVES } from '@/components/workshop/share/expiry-words'

// The local time zone is whatever the machine has: noon is the same day in most, and the test reads it back.
const NOON = new Date(2026, 10, 22, 12, 0).getTime()
const HOUR_MS = 60 * 60 * 1000

test('a link tells until when it works: the hour today, the day too later', () => {
  expect(expiryWords(NOON + HOUR_MS, NOON)).toBe('Works until 13:00')
  expect(expiryWords(NOON + 13 * HOUR_MS, NOON)).toBe('Works until Nov 23, 01:00')
  expect(expiryWords(NOON + 24 * HOUR_MS, NOON)).toBe('Works until Nov 23, 12:00')
})

test('a link without end and a link whose time is over say so', () => {
  expect(expiryWords(null, NOON)).toBe('Never expires')
  expect(expiryWords(NOON, NOON)).toBe('Has ended')
})

test('a link whose end was changed is told of by what it has come to', () => {
  expect(changedEndWords('The viewer link', NOON + 24 * HOUR_MS, NOON)).toBe(
    'The viewer link works until Nov 23, 12:00.',
  )
  expect(changedEndWords('The viewer link', null, NOON)).toBe('The viewer link never expires.')
})

test('every offered time but the last has an end', () => {
  expect(LINK_LIVES.map(({ lastsMs }) => lastsMs)).toEqual(
    [1, 24, 7 * 24, 30 * 24].map<number | null>((hours) => hours * HOUR_MS).concat(null),
  )
})
