import { expect, test } from 'vitest'
import { countByNoun } from '@/lib/text/count-by-noun'

test('things are counted by what they are, in the order given, and the only one of its noun may be named', () => {
  const things = ['red note', 'blue note', 'small team']
  const nounOf = (thing: string) => thing.split(' ')[1] ?? ''
  expect(countByNoun(things, nounOf)).toEqual(['2 notes', '1 team'])
  expect(countByNoun(things, nounOf, (thing) => `the ${thing}`)).toEqual(['2 notes', 'the small team'])
  expect(countByNoun([], nounOf)).toEqual([])
})
