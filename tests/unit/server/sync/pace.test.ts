import { expect, test } from 'vitest'
import { LIMITS } from '@/lib/sync/limits'
import { runAtOnce } from '@/lib/run-at-once'
import { Pace } from '@/server/sync/pace'

let now = 0

function* steps(count: number, eachMs: number): Generator<void, string> {
  for (let step = 0; step < count; step++) {
    now += eachMs
    yield
  }
  return 'done'
}

test('[ROOM-20] others have their turn after each stretch, which is not counted as work', async () => {
  const turns: number[] = []
  const pace = new Pace({ now: () => now }, async () => {
    turns.push(pace.busyMs)
    now += 1_000
  })
  expect(await pace.run(steps(4, LIMITS.LOAD_STRETCH_MS / 2))).toBe('done')
  expect([turns, pace.busyMs]).toEqual([
    [LIMITS.LOAD_STRETCH_MS, 2 * LIMITS.LOAD_STRETCH_MS],
    2 * LIMITS.LOAD_STRETCH_MS,
  ])
})

test('[ROOM-20] what cannot be cut counts as work, and others have their turn after it where it was long', async () => {
  let turns = 0
  const pace = new Pace({ now: () => now }, async () => void turns++)
  for (const tookMs of [LIMITS.LOAD_STRETCH_MS - 1, LIMITS.LOAD_STRETCH_MS])
    expect(await pace.do(() => (now += tookMs))).toBe(now)
  expect([turns, pace.busyMs]).toEqual([1, 2 * LIMITS.LOAD_STRETCH_MS - 1])
})

test('what is done at once gives what its steps give', () => {
  expect(runAtOnce(steps(3, 1))).toBe('done')
})
