import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mergeText } from '@/lib/board/text/merge-text'

test('typing lands where it was meant, whatever others did around it', () => {
  const add = { before: 'Search', after: 'Search engine' }
  expect(mergeText('Search', add)).toBe('Search engine')
  expect(mergeText('Full Search', add)).toBe('Full Search engine')
  expect(mergeText('', add)).toBe(' engine')
  expect(mergeText('Search engine', add)).toBe('Search engine')
  expect(mergeText('Find old', { before: 'Find', after: 'Fi' })).toBe('Fi old')
  expect(mergeText('Fixnd', { before: 'Find', after: '' })).toBe('x')
})

test('no letter that either of two put in is lost, and none that one of them kept comes back', () => {
  let merged = 0
  const edit = fc.record({ at: fc.nat(8), remove: fc.nat(5) })
  fc.assert(
    fc.property(edit, edit, (mine, theirs) => {
      const before = 'abcdefgh'
      const after = before.slice(0, mine.at) + '[1]' + before.slice(mine.at + mine.remove)
      const current = before.slice(0, theirs.at) + '{2}' + before.slice(theirs.at + theirs.remove)
      const both = mergeText(current, { before, after })
      expect(both).toContain('[1]')
      expect(both).toContain('{2}')
      const kept = [...before].filter((letter) => after.includes(letter) && current.includes(letter))
      expect([...both].filter((letter) => before.includes(letter))).toEqual(kept)
      merged++
    }),
    { seed: 20_260_401, numRuns: 500 },
  )
  expect(merged).toBe(500)
})
