import { expect, it } from 'vitest'
import { hatchPath } from '@/components/canvas/shapes/plot/hatch-path'

it('draws every line of the hatching from edge to edge of its box', () => {
  const box = { x: 100, y: 50, w: 40, h: 20 }
  const lines = hatchPath(box, 10).split('M').slice(1)
  expect(lines).toHaveLength(5)
  for (const line of lines) {
    for (const end of line.split('L')) {
      const [x = NaN, y = NaN] = end.split(' ').map(Number)
      expect([box.x, box.x + box.w].includes(x) || [box.y, box.y + box.h].includes(y)).toBe(true)
      expect(x >= box.x && x <= box.x + box.w && y >= box.y && y <= box.y + box.h).toBe(true)
    }
  }
})
