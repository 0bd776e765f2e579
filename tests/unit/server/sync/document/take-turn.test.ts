import { expect, test } from 'vitest'
import { LIMITS } from '@/lib/sync/limits'
import { takeTurn } from '@/server/sync/document/take-turn'

test('a tick takes what fits, at least one update, in order, and leaves the rest', () => {
  const toWork = (workBytes: number): { update: Uint8Array; workBytes: number } => ({
    update: new Uint8Array(2),
    workBytes,
  })
  const queue = [2 * LIMITS.TICK_WORK_BYTES, 10, LIMITS.TICK_WORK_BYTES - 10, 1].map(toWork)
  const turns = [takeTurn(queue), takeTurn(queue), takeTurn(queue), takeTurn(queue)]
  expect(turns.map((turn) => turn.length)).toEqual([1, 2, 1, 0])
})
