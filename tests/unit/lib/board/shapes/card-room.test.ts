import { expect, it } from 'vitest'
import { cardRoom } from '@/lib/board/shapes/card-room'

it('gives up the quiet row first, then a line of the title, then the size of its letters, as a card gets lower', () => {
  expect([88, 56, 30, 16].map(cardRoom)).toEqual([
    { titleLines: 2, hasRow: true, isLow: false },
    { titleLines: 2, hasRow: false, isLow: false },
    { titleLines: 1, hasRow: false, isLow: false },
    { titleLines: 1, hasRow: false, isLow: true },
  ])
})
