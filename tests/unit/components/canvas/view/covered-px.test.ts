import { expect, it } from 'vitest'
import { coveredPx } from '@/components/canvas/view/covered-px'

const BOX = { left: 10, right: 30, top: 10, bottom: 20 }

it('counts what of a box lies under something', () => {
  expect(coveredPx({ x: 0, y: 0 }, { w: 20, h: 15 }, BOX)).toBe(50)
})

it('counts nothing where they only touch', () => {
  expect(coveredPx({ x: 30, y: 0 }, { w: 20, h: 50 }, BOX)).toBe(0)
})
