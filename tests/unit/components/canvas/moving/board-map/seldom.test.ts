import { expect, it, vi } from 'vitest'
import { createSeldom } from '@/components/canvas/moving/board-map/seldom'

it('works once for all that asked within a while, and again for who asks later', async () => {
  const work = vi.fn()
  const { ask } = createSeldom(work, 5)
  for (let times = 0; times < 100; times++) ask()
  expect(work).not.toHaveBeenCalled()
  await expect.poll(() => work.mock.calls.length).toBe(1)
  ask()
  await expect.poll(() => work.mock.calls.length).toBe(2)
})

it('does nothing more once it is stopped, and can be asked again after', async () => {
  const work = vi.fn()
  const { ask, stop } = createSeldom(work, 5)
  ask()
  stop()
  stop()
  const later = vi.fn()
  createSeldom(later, 10).ask()
  await expect.poll(() => later.mock.calls.length).toBe(1)
  expect(work).not.toHaveBeenCalled()
  ask()
  await expect.poll(() => work.mock.calls.length).toBe(1)
})
