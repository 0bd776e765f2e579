import { expect, test } from 'vitest'
import { BRIEF_GAP_MS, BriefGap, bridged } from '@/components/board/sync/brief-gap'
import { FakeBoardClock } from '../support/fake-board-clock'

test('a line that was never there leaves no gap', () => {
  const gap = new BriefGap(new FakeBoardClock())
  gap.line(false)
  expect(gap.isOpen.get()).toBe(false)
})

test('a gap is brief until the line is back, or for so long', async () => {
  const clock = new FakeBoardClock()
  const gap = new BriefGap(clock)
  gap.line(true)
  gap.line(false)
  await clock.advance(BRIEF_GAP_MS - 1)
  expect(gap.isOpen.get()).toBe(true)
  gap.line(true)
  expect([gap.isOpen.get(), clock.waiting]).toEqual([false, 0])
  gap.line(false)
  await clock.advance(BRIEF_GAP_MS)
  expect(gap.isOpen.get()).toBe(false)
})

test('attempts that fail while the line is gone make no gap of their own', async () => {
  const clock = new FakeBoardClock()
  const gap = new BriefGap(clock)
  gap.line(true)
  gap.line(false)
  await clock.advance(BRIEF_GAP_MS - 1)
  gap.line(false)
  await clock.advance(1)
  gap.line(false)
  expect([gap.isOpen.get(), clock.waiting]).toEqual([false, 0])
})

test('in a brief gap what was saved still is, and what waits is being saved', () => {
  expect(bridged({ kind: 'offline', changes: 0 })).toEqual({ kind: 'saved' })
  expect(bridged({ kind: 'connecting' })).toEqual({ kind: 'saved' })
  expect(bridged({ kind: 'offline', changes: 2 })).toEqual({ kind: 'saving' })
  expect(bridged({ kind: 'closed', code: 'removed' })).toEqual({ kind: 'closed', code: 'removed' })
})
