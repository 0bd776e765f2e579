import { expect, test } from 'vitest'
import { inTime, LATE } from '@/components/board/offline/storage/in-time'
import { FakeBoardClock } from '../../support/fake-board-clock'

test('what comes in time is passed on, also a failure', async () => {
  const clock = new FakeBoardClock()
  expect(await inTime(Promise.resolve('here'), 2_000, clock)).toBe('here')
  await expect(inTime(Promise.reject(new Error('no')), 2_000, clock)).rejects.toThrow('no')
})

test('what never comes is late once the time is over, and not before', async () => {
  const clock = new FakeBoardClock()
  const heard: unknown[] = []
  void inTime(new Promise(() => undefined), 2_000, clock).then((one) => heard.push(one))
  await clock.advance(1_900)
  expect(heard).toEqual([])
  await clock.advance(100)
  expect(heard).toEqual([LATE])
})

test('a page that is held up for longer than that hears afterwards what came meanwhile', async () => {
  const timers: (() => void)[] = []
  let answer: (value: string) => void = () => undefined
  const work = new Promise<string>((resolve) => (answer = resolve))
  const clock = { after: (_ms: number, run: () => void) => (timers.push(run), () => undefined) }
  const heard = inTime(work, 2_000, clock)
  // The page stood still for seconds: its timer is due long ago, and comes before the answer of the browser.
  timers.shift()?.()
  answer('here')
  expect(await heard).toBe('here')
})
