import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { RENEWED_EVERY_MS, keepPresent } from '@/components/board/presence/keep-present'
import { FakeBoardClock } from '../support/fake-board-clock'

/** More than an Awareness gives anybody. */
const LONG_MS = 60_000

beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }))
afterEach(() => void vi.useRealTimers())

test('somebody who says nothing for long, as pages in the background do, stays until the server says otherwise', () => {
  const [mine, theirs] = [new Awareness(new Y.Doc()), new Awareness(new Y.Doc())]
  const stop = keepPresent(mine, new FakeBoardClock())
  theirs.setLocalState({ idle: true })
  applyAwarenessUpdate(mine, encodeAwarenessUpdate(theirs, [theirs.clientID]), 'server')
  const meta = mine.meta.get(theirs.clientID)
  if (meta) meta.lastUpdated -= LONG_MS
  vi.advanceTimersByTime(LONG_MS)
  expect(mine.getStates().has(theirs.clientID)).toBe(true)
  theirs.setLocalState(null)
  applyAwarenessUpdate(mine, encodeAwarenessUpdate(theirs, [theirs.clientID]), 'server')
  expect(mine.getStates().has(theirs.clientID)).toBe(false)
  stop()
})

test('one renews oneself for plain clients that forget, until one has left or stops', async () => {
  const clock = new FakeBoardClock()
  const mine = new Awareness(new Y.Doc())
  const stop = keepPresent(mine, clock)
  mine.setLocalState({ idle: true })
  let told = 0
  mine.on('update', () => told++)
  await clock.advance(2 * RENEWED_EVERY_MS)
  expect(told).toBe(2)
  mine.setLocalState(null)
  await clock.advance(RENEWED_EVERY_MS)
  expect(told).toBe(3)
  stop()
  expect(clock.waiting).toBe(0)
})
