import { expect, it } from 'vitest'
import { coveredPx, rowsBeside } from '@/lib/board/places/cards/line-cover'

const LINE = [
  { x: 0, y: 100 },
  { x: 40, y: 100 },
  { x: 50, y: 0 },
  { x: 90, y: 0 },
]
const SIZE = { w: 20, h: 30 }

it('measures a line by the px that lie under a box, in a piece much longer than the box as well', () => {
  expect(coveredPx({ x: 5, y: 80, w: 20, h: 30 }, LINE)).toBeCloseTo(20)
  expect(coveredPx({ x: 30, y: 32, w: 60, h: 16 }, LINE)).toBeCloseTo(Math.hypot(2, 20))
  expect(coveredPx({ x: 45, y: -10, w: 20, h: 300 }, LINE)).toBeCloseTo(15 + Math.hypot(5, 50))
  expect(coveredPx({ x: 50, y: 20, w: 40, h: 60 }, LINE)).toBe(0)
  expect(coveredPx({ x: 0, y: 10, w: 40, h: 80 }, LINE)).toBe(0)
})

it('counts a line that a box hides by half under its edge', () => {
  expect(coveredPx({ x: 5, y: 101, w: 20, h: 30 }, LINE)).toBeCloseTo(20)
  expect(coveredPx({ x: 5, y: 103, w: 20, h: 30 }, LINE)).toBe(0)
})

it('stands a box just over a line and just under it, and hides nothing of it there', () => {
  for (const x of [-10, 0, 15, 25, 35, 45, 70, 85]) {
    const [over, under] = rowsBeside(LINE, x, SIZE)
    for (const [y, towards] of [
      [over, 8],
      [under, -8],
    ] as const) {
      expect(coveredPx({ x, y, ...SIZE }, LINE)).toBe(0)
      expect(coveredPx({ x, y: y + towards, ...SIZE }, LINE)).toBeGreaterThan(0)
    }
  }
})
