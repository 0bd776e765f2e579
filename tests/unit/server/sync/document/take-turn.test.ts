import { expect, test } from 'vitest'
import { LIMITS } from '@/lib/sync/limits'
import { takeTurn } from '@/server/sync/document/take-turn'

const toWork = (workBytes: number): { update: Uint8Array; workBytes: number } => ({
  update: new Uint8Array(2),
  workBytes,
})

test('a tick takes what fits, at least one update, in order, and leaves the rest', () => {
  const queue = [2 * LIMITS.TICK_WORK_BYTES, 10, LIMITS.TICK_WORK_BYTES - 10, 1].map(toWork)
  const turns = [takeTurn(queue), takeTurn(queue), takeTurn(queue), takeTurn(queue)].map(({ taken }) => taken)
  expect(turns.map((turn) => turn.length)).toEqual([1, 2, 1, 0])
})

test('what ticks spared is for one update that does not fit, and for no more than it', () => {
  const most = LIMITS.TICK_WORK_BYTES
  const lengthOf = (sparedBytes: number): [number, number] => {
    const { taken, spareBytes } = takeTurn([10, 2 * most, most].map(toWork), sparedBytes)
    return [taken.length, spareBytes]
  }
  expect([lengthOf(0), lengthOf(most + 9), lengthOf(most + 10), lengthOf(9 * most)]).toEqual([
    [1, most - 10],
    [1, 2 * most - 1],
    [2, 0],
    [2, 8 * most - 10],
  ])
  expect(takeTurn([10, 2 * most].map(toWork), 9 * most).spareBytes).toBe(0)
})
