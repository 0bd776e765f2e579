import { expect, it } from 'vitest'
import { dotsAt } from '@/components/canvas/paper/paper-dots'

it('keeps the dots between 18 and 36 px apart at every zoom', () => {
  for (let zoom = 0.05; zoom <= 8; zoom += 0.01) {
    const { gapPx } = dotsAt({ x: 0, y: 0, zoom })
    expect(gapPx).toBeGreaterThanOrEqual(18)
    expect(gapPx).toBeLessThan(36)
  }
})

it('moves the dots with the camera', () => {
  expect(dotsAt({ x: 10, y: -4, zoom: 1 }).offset).toEqual({ x: 10, y: -4 })
})
