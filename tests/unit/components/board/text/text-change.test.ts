import { describe, expect, test } from 'vitest'
import { findChange, mapIndex, withinLimit } from '@/components/board/text/text-change'

describe('the change between two texts', () => {
  test('is found where the caret says it was typed', () => {
    expect(findChange('aaa', 'aaaa', 2)).toEqual({ at: 1, remove: 0, insert: 'a' })
    expect(findChange('aaa', 'aaaa', 4)).toEqual({ at: 3, remove: 0, insert: 'a' })
    expect(findChange('the cat', 'the hat', 5)).toEqual({ at: 4, remove: 1, insert: 'h' })
    expect(findChange('same', 'same', 2)).toBeNull()
  })

  test('never cuts a pair of surrogates in two', () => {
    const change = findChange('a😀b', 'a😁b', 3)
    expect(change).toEqual({ at: 1, remove: 2, insert: '😁' })
  })

  test('turns the one into the other, wherever the caret is', () => {
    const texts = ['', 'a', 'ab', 'aab', 'aba', 'baab', '😀', 'a😀', '😀😁']
    for (const before of texts) {
      for (const after of texts) {
        for (let caret = 0; caret <= after.length; caret++) {
          const change = findChange(before, after, caret)
          const { at, remove, insert } = change ?? { at: 0, remove: 0, insert: '' }
          expect(before.slice(0, at) + insert + before.slice(at + remove)).toBe(after)
        }
      }
    }
  })
})

describe('a caret', () => {
  test('moves with what others put in or take out before it, and stays before what comes in at it', () => {
    expect(mapIndex(5, [{ retain: 2 }, { insert: 'xyz' }])).toBe(8)
    expect(mapIndex(5, [{ retain: 1 }, { delete: 2 }])).toBe(3)
    expect(mapIndex(5, [{ retain: 5 }, { insert: 'xyz' }])).toBe(5)
    expect(mapIndex(5, [{ retain: 3 }, { delete: 10 }])).toBe(3)
  })
})

describe('the limit', () => {
  test('cuts what is put in, never half a letter', () => {
    expect(withinLimit({ at: 0, remove: 0, insert: 'abc' }, 4, 6).insert).toBe('ab')
    expect(withinLimit({ at: 0, remove: 2, insert: 'abcd' }, 4, 6).insert).toBe('abcd')
    expect(withinLimit({ at: 0, remove: 0, insert: 'a😀' }, 4, 6).insert).toBe('a')
    expect(withinLimit({ at: 0, remove: 0, insert: 'a' }, 9, 6).insert).toBe('')
  })
})
