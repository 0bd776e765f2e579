import { describe, expect, it } from 'vitest'
import { T } from '@tldraw/validate'
import { hasRoom } from '@/lib/board/fractional-index'
import { shortenIndices, type Sibling } from '@/lib/board/repair/shorten-indices'
import { LIMITS } from '@/lib/sync/limits'

const MOST: number = LIMITS.INDEX_CHARACTERS

function siblings(...indices: readonly string[]): Sibling[] {
  return indices.map((index, at) => ({ id: `shape:${at}`, index }))
}

/** The indices of all of them afterwards; checks that they are in order, with room, and short enough. */
function shortened(before: readonly Sibling[]): string[] {
  const written = new Map(shortenIndices(before))
  const after = before.map(({ id, index }) => written.get(id) ?? index)
  for (const [at, index] of after.entries()) {
    expect(index.length).toBeLessThanOrEqual(MOST)
    expect(T.indexKey.isValid(index)).toBe(true)
    if (at > 0) expect(hasRoom(after[at - 1] ?? '', index)).toBe(true)
  }
  return after
}

const long = (head: string, letters = MOST): string => head + 'V'.repeat(letters - head.length + 1)

describe('shortenIndices', () => {
  it('leaves alone what is not too long', () => {
    expect(shortenIndices(siblings('a1', long('a2', MOST - 1), 'a3'))).toEqual([])
  })

  it('shortens one that is too long, between its neighbours', () => {
    const after = shortened(siblings('a1', long('a2'), 'a3'))
    expect([after[0], after[2]]).toEqual(['a1', 'a3'])
    expect(after[1]?.length).toBeLessThan(8)
  })

  it('shortens what is long beside it with it, and nothing else', () => {
    const before = siblings('a1', long('a2', 100), long('a2W'), long('a2X', 100), 'a3', long('a4', 100))
    const after = shortened(before)
    expect(after.map(({ length }) => length > 8)).toEqual([false, false, false, false, false, true])
  })

  it.each([
    ['at the bottom', siblings(long('a2'), long('a3', 100), 'a4')],
    ['below where lists begin', siblings(long('Yzz'), 'Zx', 'Zz', 'a0', 'a4')],
    ['on top', siblings('a1', long('z' + 'z'.repeat(30)))],
    ['alone', siblings(long('a1'))],
    ['twice', siblings('a1', long('a2'), 'a3', long('a4'), 'a5')],
    ['before one that only adds zeros', siblings('a1', long('a1000'), 'a1' + '0'.repeat(70) + '1', 'a2')],
  ])('finds room %s', (_where, before) => {
    expect(shortenIndices(before).length).toBeGreaterThan(0)
    shortened(before)
  })
})
