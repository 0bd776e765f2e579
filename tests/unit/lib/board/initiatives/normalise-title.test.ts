import { expect, it } from 'vitest'
import { normaliseTitle } from '@/lib/board/initiatives/normalise-title'

it('takes case, accents, punctuation and blanks out', () => {
  expect(normaliseTitle('  Über-Suche,  SCHNELL! ')).toBe('uber suche schnell')
})

it('keeps titles without letters apart', () => {
  expect(normaliseTitle('???')).toBe('???')
  expect(normaliseTitle('=1+1')).not.toBe(normaliseTitle('=1+2'))
})

it('reads other scripts as they are', () => {
  expect(normaliseTitle('検索 「速い」')).toBe('検索 速い')
})

it.each([
  ['ハード', 'ハート'],
  ['バス', 'パス'],
  ['दिन', 'दान'],
])('keeps %s and %s apart, which differ in their marks alone', (one, other) => {
  expect(normaliseTitle(one)).not.toBe(normaliseTitle(other))
  expect(normaliseTitle(one)).toBe(one)
})
