import { T } from '@tldraw/validate'
import { expect, test } from 'vitest'
import {
  backKeys,
  cardIndex,
  ghostIndex,
  interactionIndex,
  jitteredAbove,
  teamIndex,
  templateIndex,
} from '@/components/board/store/projected/derived-index'
import { createId } from '@/lib/ids'
import { SeededRandom } from '@/tests/support/seeded-random'

test('every key is one tldraw takes, and they lie in their layers', () => {
  const keys = [
    templateIndex(0, 0),
    templateIndex(0, 6),
    templateIndex(3, 1),
    teamIndex('shape:team-blue'),
    backKeys([], 0.5)(0),
    cardIndex('ship', 'first'),
    cardIndex('zzzz', 'first'),
    interactionIndex('shape:interaction-link'),
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

test('what is sent to the back goes under what was sent before, in the order it has', () => {
  const firsts = [0, 1, 2_000].map(backKeys([], 0.9))
  expect([...firsts].sort()).toEqual(firsts)
  const [first = ''] = firsts
  const second = backKeys([...firsts, 'a4'], 0.1)(1_999)
  expect(second < first).toBe(true)
  expect(second > templateIndex(3_000, 63)).toBe(true)
})
