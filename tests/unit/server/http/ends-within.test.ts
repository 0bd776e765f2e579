import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { endsWithin } from '@/server/http/ends-within'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('waits until it has ended, and leaves no timer', async () => {
  await endsWithin(60_000, Promise.resolve())
  expect(vi.getTimerCount()).toBe(0)
})

it('waits no longer than it may', async () => {
  let isOver = false
  const over = endsWithin(60_000, new Promise(() => undefined)).then(() => (isOver = true))
  await vi.advanceTimersByTimeAsync(59_999)
  expect(isOver).toBe(false)
  await vi.advanceTimersByTimeAsync(1)
  await over
})
