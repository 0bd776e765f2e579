import { expect, it } from 'vitest'
import { fanNumbers, type SnappedCard } from '@/lib/board/fan'
import { initiativeId, instanceAt } from '@/tests/support/board-builders'

function card(id: string, x: number, target = 'curve:linear'): SnappedCard {
  return { initiativeId: initiativeId(id), instanceId: instanceAt('first', 0, 0).id, target, x }
}

it('numbers the cards of one spot and starts again on the next', () => {
  const cards = [card('b', 0.2), card('a', 0.2), card('c', 0.3), card('d', 0.2, 'curve:sigmoid')]
  const numbers = fanNumbers(cards)
  expect(cards.map((one) => numbers.get(one))).toEqual([1, 0, 0, 0])
})

it('does not depend on the order in which cards come', () => {
  const cards = [card('a', 0.2), card('b', 0.204), card('c', 0.208), card('d', 0.2)]
  const there = fanNumbers(cards)
  const back = fanNumbers([...cards].reverse())
  for (const one of cards) expect(back.get(one)).toBe(there.get(one))
})
