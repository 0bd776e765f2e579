import { expect, it } from 'vitest'
import { coveredEdges } from '@/components/canvas/covered-edges'

it('knows where banners step below the button of the tray, and where the zoom stands above the tools', () => {
  const widths = [390, 640, 641, 860, 861, 1_400]
  const edges = widths.map(coveredEdges)
  expect(edges.map(({ top }) => top)).toEqual([80, 80, 128, 128, 64, 64])
  expect(edges.map(({ bottom }) => bottom)).toEqual([136, 136, 84, 84, 84, 84])
})
