import { describe, expect, it } from 'vitest'
import { LIMITS } from '@/lib/sync/limits'
import { TickLoop, toTickMs } from '@/server/sync/tick'
import { FakeClock } from '@/tests/support/fake-clock'

describe('TickLoop', () => {
  it('runs at once after a pause and at even distances under load', async () => {
    const clock = new FakeClock(0)
    const ranAt: number[] = []
    const loop = new TickLoop({
      clock,
      intervalMs: () => 16,
      run: () => {
        ranAt.push(clock.now())
        if (ranAt.length < 4) loop.wake()
      },
    })
    loop.wake()
    loop.wake()
    await clock.advance(1_000)
    loop.wake()
    await clock.advance(0)
    expect(ranAt).toEqual([0, 16, 32, 48, 1_000])
  })

  it('sets no timer while there is no work, and none after it is stopped', async () => {
    const clock = new FakeClock(0)
    let runs = 0
    const loop = new TickLoop({ clock, intervalMs: () => 16, run: () => runs++ })
    expect(clock.waiting).toBe(0)
    loop.wake()
    loop.stop()
    loop.wake()
    await clock.advance(100)
    expect([runs, clock.waiting]).toEqual([0, 0])
  })

  it('ticks less often the more people are connected', () => {
    expect([1, 40, 60].map(toTickMs)).toEqual([LIMITS.TICK_MS, LIMITS.TICK_BUSY_MS, LIMITS.TICK_CROWDED_MS])
  })

  it('runs once at the time it was told of, unless a tick came before', async () => {
    const clock = new FakeClock()
    let runs = 0
    const loop = new TickLoop({ clock, intervalMs: () => 16, run: () => runs++ })
    loop.wakeAt(clock.now() + 500)
    await clock.advance(499)
    expect(runs).toBe(0)
    await clock.advance(20)
    expect([runs, clock.waiting]).toEqual([1, 0])
    loop.wakeAt(clock.now() + 500)
    loop.wake()
    await clock.advance(1_000)
    expect([runs, clock.waiting]).toEqual([2, 0])
  })
})
