import { expect, it } from 'vitest'
import { coveredEdges } from '@/components/canvas/view/covered-edges'
import { fitBox, fittingZoom } from '@/components/canvas/view/fit-box'

const BOARD = { x: -100, y: 40, w: 1600, h: 975 }
const SCREENS = [
  { w: 1016, h: 672 },
  { w: 1416, h: 1002 },
  { w: 820, h: 1080 },
  { w: 390, h: 520 },
  { w: 1280, h: 400 },
]

function edgesOf(box: typeof BOARD, screen: { w: number; h: number }, z = fittingZoom(box, screen)) {
  const camera = fitBox(box, screen, z)
  const [left, top] = [(box.x + camera.x) * z, (box.y + camera.y) * z]
  return { left, top, right: left + box.w * z, bottom: top + box.h * z }
}

it('shows all of a board above the tools, on whatever screen', () => {
  for (const screen of SCREENS) {
    for (const box of [BOARD, { ...BOARD, h: 3000 }, { ...BOARD, w: 4000 }]) {
      const { left, top, right, bottom } = edgesOf(box, screen)
      const where = `${screen.w} x ${screen.h}`
      expect(top, where).toBeGreaterThanOrEqual(19.9)
      expect(bottom, where).toBeLessThanOrEqual(screen.h - coveredEdges(screen.w).bottom + 0.1)
      expect(left, where).toBeCloseTo(screen.w - right)
      expect(left, where).toBeGreaterThanOrEqual(23.9)
    }
  }
})

it('stands in the middle where that is clear of the tools', () => {
  const screen = { w: 1016, h: 1000 }
  const { top, bottom } = edgesOf(BOARD, screen)
  expect(top).toBeCloseTo(screen.h - bottom)
})

it('stays where it begins when it is shown larger than it fits', () => {
  expect(edgesOf(BOARD, { w: 1016, h: 672 }, 1).top).toBeCloseTo(20)
})
