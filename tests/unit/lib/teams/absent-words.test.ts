import { expect, test } from 'vitest'
import { absentSentence, addAbsentWords, addedAbsentSentence, addSaidWords } from '@/lib/teams/absent-words'

const ONE = [{ name: 'Payments' }]
const TWO = [...ONE, { name: 'Search' }]

test('one team is called by its name, several are counted', () => {
  expect(absentSentence([])).toBe('')
  expect(absentSentence(ONE)).toBe('1 team named in the list is not on the map.')
  expect(absentSentence(TWO)).toBe('2 teams named in the list are not on the map.')
  expect(addAbsentWords(ONE)).toBe('Add “Payments”, named in the list')
  expect(addAbsentWords(TWO)).toBe('Add 2 teams named in the list')
  expect(addSaidWords(ONE)).toBe('Add it')
  expect(addSaidWords(TWO)).toBe('Add them')
  expect(addedAbsentSentence(ONE, 0)).toBe('“Payments” was added to the map.')
})

test('those that have no room on the map are told of', () => {
  expect(addedAbsentSentence(TWO, 3)).toBe('2 teams were added to the map. There is no room for 3 more.')
})
