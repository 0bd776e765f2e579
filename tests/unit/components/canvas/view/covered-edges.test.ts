import { expect, it } from 'vitest'
import { coveredEdges } from '@/components/canvas/view/covered-edges'

it('knows where banners step below the button of the tray, and where the zoom stands above the tools', () => {
  const widths = [389, 390, 640, 641, 860, 861, 1_400]
  const edges = widths.map((width) => coveredEdges(width))
  expect(edges.map(({ top }) => top)).toEqual([80, 80, 80, 128, 128, 64, 64])
  expect(edges.map(({ bottom }) => bottom)).toEqual([136, 84, 84, 84, 84, 84, 84])
})

it('has room for one banner, and grows with those below it', () => {
  expect(coveredEdges(390, 52).top).toBe(80)
  expect(coveredEdges(390, 94).top).toBe(118)
  expect(coveredEdges(820, 130).top).toBe(154)
})
