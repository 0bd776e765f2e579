import { expect, test } from 'vitest'
import type { BoardId } from '@/lib/ids'
import { LIMITS } from '@/lib/sync/limits'
import { BoardGrowths } from '@/server/sync/bounds/board-growths'

const [one, other] = ['one', 'other'] as BoardId[] as [BoardId, BoardId]
const { BOARD_GROWTH_STRUCTS_AT_ONCE, BOARD_GROWTH_STRUCTS_PER_SECOND } = LIMITS

test('[ROOM-15] what a board took counts on when it is loaded afresh, until it may take all again', () => {
  const growths = new BoardGrowths()
  const nobody = (): boolean => false
  const before = growths.of(one, 0, nobody)
  before.spend(BOARD_GROWTH_STRUCTS_AT_ONCE, 0)
  expect([growths.of(one, 0, nobody).left(1_000), growths.of(other, 0, nobody).left(0)]).toEqual([
    BOARD_GROWTH_STRUCTS_PER_SECOND,
    BOARD_GROWTH_STRUCTS_AT_ONCE,
  ])
  const later = (1_000 * BOARD_GROWTH_STRUCTS_AT_ONCE) / BOARD_GROWTH_STRUCTS_PER_SECOND
  expect(growths.of(one, later, (id) => id === one)).toBe(before)
  expect(growths.of(one, later, nobody)).not.toBe(before)
})
