import { expect, test } from 'vitest'
import { removalWords } from '@/components/canvas/teams/removal/removal-words'

test('what went with a team and what stays is said in two sentences', () => {
  const one = { names: ['Checkout'], along: [], interactions: 3, initiatives: 5 }
  expect(removalWords(one)).toBe(
    '“Checkout” was removed, and 3 interactions with it. Its 5 initiatives stay on the map.',
  )
  expect(removalWords({ ...one, names: [''], interactions: 1, initiatives: 0 })).toBe(
    '“Unnamed team” was removed, and 1 interaction with it.',
  )
  expect(removalWords({ ...one, interactions: 0, initiatives: 1 })).toBe(
    '“Checkout” was removed. Its initiative stays on the map.',
  )
})

test('several teams are counted', () => {
  expect(removalWords({ names: ['Checkout', 'Search'], along: [], interactions: 2, initiatives: 4 })).toBe(
    '2 teams were removed, and 2 interactions with them. Their 4 initiatives stay on the map.',
  )
})

test('what else goes by the same hand is counted with them', () => {
  const along = ['initiative', 'note', 'initiative', 'arrow', 'note']
  const several = { names: ['Checkout', 'Search'], along, interactions: 2, initiatives: 0 }
  expect(removalWords(several)).toBe(
    '2 teams, 2 initiatives, 2 notes and 1 arrow were removed, and 2 interactions with them.',
  )
  expect(removalWords({ ...several, names: ['Search'], along: ['note'] })).toBe(
    '“Search” and 1 note were removed, and 2 interactions with them.',
  )
})

test('a team on which nothing hung goes without a word, as any drawing does', () => {
  expect(removalWords({ names: ['Checkout'], along: [], interactions: 0, initiatives: 0 })).toBeNull()
})
