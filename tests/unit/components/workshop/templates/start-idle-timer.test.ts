import { expect, it } from 'vitest'
import { startIdleTimer } from '@/components/workshop/templates/start-idle-timer'
import { FakeClock } from '@/tests/support/fake-clock'

const IDLE_MS = 600_000

function start() {
  const [clock, target] = [new FakeClock(0), new EventTarget()]
  let calls = 0
  const stop = startIdleTimer({ target, clock, idleMs: IDLE_MS, onIdle: () => (calls += 1) })
  return { clock, target, stop, calls: () => calls }
}

it('calls back once after so long without a sign of life', async () => {
  const { clock, calls } = start()
  await clock.advance(IDLE_MS - 1)
  expect(calls()).toBe(0)
  await clock.advance(1)
  expect(calls()).toBe(1)
  await clock.advance(3 * IDLE_MS)
  expect(calls()).toBe(1)
})

it.each(['pointerdown', 'pointermove', 'keydown', 'wheel'])('begins anew with every %s', async (sign) => {
  const { clock, target, calls } = start()
  await clock.advance(IDLE_MS - 1)
  target.dispatchEvent(new Event(sign))
  await clock.advance(IDLE_MS - 1)
  expect(calls()).toBe(0)
  await clock.advance(1)
  expect(calls()).toBe(1)
})

it('stays silent once it is stopped', async () => {
  const { clock, target, stop, calls } = start()
  stop()
  target.dispatchEvent(new Event('keydown'))
  await clock.advance(2 * IDLE_MS)
  expect(calls()).toBe(0)
})
