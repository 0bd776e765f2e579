import { describe, expect, it } from 'vitest'
import { isTag, joinTags, splitTags } from '@/lib/board/initiatives/tags'

describe('isTag', () => {
  it('takes a short word or two', () => {
    expect(['q3', 'for all', '=x'].every(isTag)).toBe(true)
  })

  it.each(['', ' a', 'a,b', 'a;b', 'a|b', 'a\nb', 'x'.repeat(41)])('refuses %j', (text) => {
    expect(isTag(text)).toBe(false)
  })
})

describe('splitTags', () => {
  it('reads each tag once, whatever its case', () => {
    expect(splitTags('Urgent, q3; urgent\n for all,,')).toEqual(['Urgent', 'q3', 'for all'])
  })

  it('reads what joinTags wrote', () => {
    expect(splitTags(joinTags(['a b', 'c']))).toEqual(['a b', 'c'])
  })
})
