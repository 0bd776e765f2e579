import { T } from '@tldraw/validate'
import { describe, expect, it } from 'vitest'
import { hasRoom, keysBetween } from '@/lib/board/fractional-index'

describe('keysBetween', () => {
  it.each([
    ['a1', null, 3],
    ['a1', 'a2', 100],
    ['a1', 'a1V', 5],
    ['a1', 'a1001', 5],
    ['a1', 'b00', 1],
    ['Zz', 'a0', 63],
  ] as const)('makes keys between %s and %s', (below, above, count) => {
    const keys = keysBetween(below, above, count)
    expect(keys).toHaveLength(count)
    const all = [below, ...keys, ...(above === null ? [] : [above])]
    expect([...all].sort()).toEqual(all)
    expect(new Set(all).size).toBe(all.length)
    for (const key of keys) expect(T.indexKey.isValid(key)).toBe(true)
  })
})

describe('hasRoom', () => {
  it('finds none between equal keys and under a key that only adds zeros', () => {
    expect(hasRoom('a1', 'a1')).toBe(false)
    expect(hasRoom('a1', 'a100')).toBe(false)
    expect(hasRoom('a2', 'a1')).toBe(false)
    expect(hasRoom('a1', 'a101')).toBe(true)
    expect(hasRoom('a1', null)).toBe(true)
  })
})
