import { expect, test } from 'vitest'
import { LIMITS } from '@/lib/sync/limits'
import { CursorPace } from '@/server/sync/movement/cursor-pace'

function paceOf(moving: number): CursorPace {
  const pace = new CursorPace()
  for (let clientId = 0; clientId < moving; clientId++) pace.note(clientId, 5_000)
  return pace
}

test('while few move, nothing is held back', () => {
  expect(paceOf(10).intervals(5_000)).toEqual({ freeMs: 0, inHandMs: 0 })
})

test.each([11, 50, 300])('%i cursors together are told no more often than the limit', (moving) => {
  const { freeMs, inHandMs } = paceOf(moving).intervals(5_500)
  expect((moving * 1_000) / freeMs).toBeLessThanOrEqual(LIMITS.CURSORS_PER_SECOND_IN_ALL + 1e-9)
  expect(inHandMs).toBeGreaterThanOrEqual(500)
})

test('whoever rests for a second counts no more', () => {
  const pace = paceOf(50)
  for (let clientId = 0; clientId < 5; clientId++) pace.note(clientId, 6_500)
  expect(pace.intervals(6_500)).toEqual({ freeMs: 0, inHandMs: 0 })
})

test('whoever moved before the clock was set back counts no more', () => {
  expect(paceOf(50).intervals(0)).toEqual({ freeMs: 0, inHandMs: 0 })
})
