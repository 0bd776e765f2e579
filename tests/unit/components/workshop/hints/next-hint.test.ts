import { expect, test } from 'vitest'
import { learnedHints, nextHint, type HintFacts } from '@/components/workshop/hints/next-hint'

const FACTS: HintFacts = {
  canEdit: true,
  landing: 'either',
  waiting: 3,
  hasPlaced: false,
  hasPlacedOnLine: false,
  hasKeyboard: true,
  others: 0,
  isFollowing: false,
}

test('who has cards to place is told how, until the first one is placed', () => {
  expect(nextHint(FACTS, [])).toBe('place')
  expect(nextHint({ ...FACTS, waiting: 0 }, [])).toBeNull()
  expect(nextHint({ ...FACTS, landing: null }, [])).toBeNull()
  expect(nextHint({ ...FACTS, hasPlaced: true, hasPlacedOnLine: true }, [])).toBe('slide')
  expect(learnedHints({ ...FACTS, hasPlaced: true })).toEqual(['place'])
})

test('a hint that was put away does not come back, and the next one waits for its moment', () => {
  expect(nextHint(FACTS, ['place'])).toBeNull()
  expect(nextHint({ ...FACTS, others: 1 }, ['place'])).toBe('follow')
  expect(nextHint({ ...FACTS, hasPlaced: true, others: 1 }, ['place', 'slide', 'follow'])).toBeNull()
})

test('who placed on a team, or where no position is given, is told nothing of sliding', () => {
  expect(nextHint({ ...FACTS, hasPlaced: true }, [])).toBeNull()
})

test('who may only look is told nothing of placing and sliding', () => {
  const viewer = { ...FACTS, canEdit: false, hasPlaced: true, others: 1 }
  expect(nextHint(viewer, [])).toBe('follow')
  expect(nextHint({ ...viewer, isFollowing: true }, [])).toBeNull()
  expect(learnedHints({ ...viewer, isFollowing: true })).toContain('follow')
})

test('a touch screen, which has no arrow keys, is told nothing of them', () => {
  expect(
    nextHint({ ...FACTS, hasPlaced: true, hasPlacedOnLine: true, hasKeyboard: false, others: 1 }, []),
  ).toBe('follow')
})
