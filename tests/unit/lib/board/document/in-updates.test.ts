import { expect, test } from 'vitest'
import { fitsOneUpdate, inUpdates } from '@/lib/board/document/in-updates'
import { LIMITS } from '@/lib/sync/limits'

const lengthOf = (text: string): number => text.length

test('what is small is one part, and nothing is none', () => {
  expect(inUpdates(['a', 'b'], lengthOf)).toEqual([['a', 'b']])
  expect(inUpdates([], lengthOf)).toEqual([])
})

test('what is large is cut, and nothing is lost or moved', () => {
  const texts = Array.from({ length: 500 }, (_, at) => `${at}${'x'.repeat(2_000)}`)
  const parts = inUpdates(texts, lengthOf)
  expect(parts.length).toBeGreaterThan(3)
  expect(parts.flat()).toEqual(texts)
  for (const part of parts) expect(fitsOneUpdate(part.join('').length)).toBe(true)
})

test('one that is too large by itself stands alone', () => {
  const huge = 'x'.repeat(LIMITS.UPDATE_BYTES)
  expect(inUpdates(['a', huge, 'b'], lengthOf)).toEqual([['a'], [huge], ['b']])
})
