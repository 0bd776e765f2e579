import { expect, test } from 'vitest'
import { ChangePace } from '@/components/board/lane/change-pace'

const EVERY_MS = 250

function shownOf(changesAt: readonly number[]): number {
  const pace = new ChangePace(EVERY_MS)
  return changesAt.filter((at) => {
    pace.note()
    if (!pace.mayShow(at)) return false
    pace.show(at, 0)
    return true
  }).length
}

test('changes that come seldom are each shown at once', () => {
  expect(shownOf(Array.from({ length: 30 }, (_, at) => at * 30))).toBe(30)
})

test('of very many at once only some are shown alone', () => {
  expect(shownOf(Array.from({ length: 200 }, () => 0))).toBeLessThan(20)
})

test('what waits is due, and shown after a while', () => {
  const pace = new ChangePace(EVERY_MS)
  while (pace.mayShow(0)) {
    pace.note()
    pace.show(0, 0)
  }
  pace.note()
  expect([pace.isDue, pace.mayShow(EVERY_MS - 1), pace.mayShow(EVERY_MS)]).toEqual([true, false, true])
  pace.show(EVERY_MS, 0)
  expect(pace.isDue).toBe(false)
})

test('a clock that was set back keeps nothing from view', () => {
  const pace = new ChangePace(EVERY_MS)
  while (pace.mayShow(10_000)) {
    pace.note()
    pace.show(10_000, 0)
  }
  pace.note()
  expect(pace.mayShow(0)).toBe(true)
})

test('where showing one takes long, the page has four times as long for everything else', () => {
  const pace = new ChangePace(EVERY_MS)
  pace.note()
  pace.show(0, 100)
  pace.note()
  expect([100, 300, 499, 500].map((now) => pace.mayShow(now))).toEqual([false, false, false, true])
})

test('a computer that slept while it showed one shows the next a moment after it woke', () => {
  const [pace, hoursMs] = [new ChangePace(EVERY_MS), 8 * 3_600_000]
  pace.note()
  pace.show(0, hoursMs)
  pace.note()
  expect(pace.mayShow(hoursMs + 2_000)).toBe(true)
})
