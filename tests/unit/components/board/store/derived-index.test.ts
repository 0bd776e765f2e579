import { T } from '@tldraw/validate'
import { expect, test } from 'vitest'
import {
  backIndex,
  cardIndex,
  ghostIndex,
  jitteredAbove,
  templateIndex,
} from '@/components/board/store/derived-index'
import { createId } from '@/lib/ids'
import { SeededRandom } from '@/tests/support/seeded-random'

test('every key is one tldraw takes, and they lie in their layers', () => {
  const keys = [
    templateIndex(0, 0),
    templateIndex(0, 6),
    templateIndex(3, 1),
    backIndex([], 0.5),
    cardIndex('ship', 'first'),
    'a0',
    jitteredAbove('a1', 0.99),
    'a2',
    ghostIndex(4_294_967_295),
  ]
  for (const key of keys) expect(() => T.indexKey.validate(key)).not.toThrow()
  expect([...keys].sort()).toEqual(keys)
})

test('two thousand cards have two thousand keys, in the order of their ids', () => {
  const random = new SeededRandom(3)
  const ids = Array.from({ length: 2_000 }, () => createId((length) => random.bytes(length)))
  expect(new Set(ids.map((id) => cardIndex(id, 'first'))).size).toBe(2_000)
  expect(cardIndex('aaaa', 'first') < cardIndex('bbbb', 'first')).toBe(true)
  expect(cardIndex('aaaa', 'first')).not.toBe(cardIndex('aaaa', 'second'))
})

test('each record sent to the back goes under the one before', () => {
  const first = backIndex([], 0.9)
  const second = backIndex([first, 'a4'], 0.1)
  expect(second < first).toBe(true)
  expect(second > templateIndex(3_000, 63)).toBe(true)
})
