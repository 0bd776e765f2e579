import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { LONG_PRESS_MS, onLongPress } from '@/components/workshop/tray/drag/on-long-press'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const AT = { pointerId: 1, clientX: 100, clientY: 50 }

/** A finger that presses and then does these things before the time is up; says how often that was a long press. */
function longPresses(...doings: readonly Event[]): number {
  const window = new EventTarget()
  let count = 0
  onLongPress(window, AT, () => count++)
  vi.advanceTimersByTime(LONG_PRESS_MS - 1)
  for (const event of doings) window.dispatchEvent(event)
  vi.advanceTimersByTime(1)
  return count
}

function moved(byPx: number, pointerId = AT.pointerId): Event {
  return Object.assign(new Event('pointermove'), { ...AT, pointerId, clientX: AT.clientX + byPx })
}

function ended(type: 'pointerup' | 'pointercancel', pointerId = AT.pointerId): Event {
  return Object.assign(new Event(type), { pointerId })
}

test('a finger that rests presses long, also one that rolls a little', () => {
  expect(longPresses()).toBe(1)
  expect(longPresses(moved(4))).toBe(1)
})

test('a finger that moves, lifts or scrolls does not', () => {
  expect(longPresses(moved(12))).toBe(0)
  expect(longPresses(ended('pointerup'))).toBe(0)
  expect(longPresses(ended('pointercancel'))).toBe(0)
})

test('a finger that moves away and back has begun a drag', () => {
  expect(longPresses(moved(12), moved(0))).toBe(0)
})

test('what another finger does changes nothing for the one that rests', () => {
  expect(longPresses(moved(40, 2), ended('pointerup', 2), ended('pointercancel', 2))).toBe(1)
})

test('a window that goes to the back ends the press', () => {
  expect(longPresses(new Event('blur'))).toBe(0)
})
