import { expect, test } from 'vitest'
import { movedWords } from '@/components/canvas/teams/moving/moved-words'

const ONE = { title: 'Ship', from: 'Payments', to: 'Checkout' }

test.each([
  [[], null],
  [[ONE], '“Ship” moved from Payments to Checkout.'],
  [[{ ...ONE, from: '' }], '“Ship” moved from a team without a name to Checkout.'],
  [[{ ...ONE, to: 'payments' }], '“Ship” moved from Payments to another payments.'],
  [[ONE, { ...ONE, title: 'Sail' }], '2 cards moved from Payments to Checkout.'],
  [[ONE, { ...ONE, from: 'Search' }], '2 cards moved from other teams to Checkout.'],
  [[ONE, { ...ONE, to: 'Search' }], '2 cards moved to other teams.'],
])('%j is told in a sentence', (moved, sentence) => {
  expect(movedWords(moved)).toBe(sentence)
})
