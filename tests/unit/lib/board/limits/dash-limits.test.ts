import { describe, expect, it } from 'vitest'
import { hasTooManyDashes } from '@/lib/board/limits/dash-limits'

const LARGE = { w: 49_000, h: 49_000, growY: 0, dash: 'dotted', scale: 0.01 }
const ARROW = {
  start: { x: 0, y: 0 },
  end: { x: 45_000, y: 45_000 },
  bend: 20_000,
  dash: 'dashed',
  scale: 0.01,
}

function zigzag(count: number, step: number) {
  const points = Array.from({ length: count }, (_, at) => ({ x: at % 2 === 0 ? 0 : step, y: 0 }))
  return { segments: [{ points: points.slice(0, 5) }, { points: points.slice(5) }], dash: 'dotted', scale: 1 }
}

describe('dashes and dots', () => {
  it('are too many where a large shape has very thin lines, whatever draws them', () => {
    expect(hasTooManyDashes('geo', LARGE)).toBe(true)
    expect(hasTooManyDashes('arrow', ARROW)).toBe(true)
    expect(hasTooManyDashes('draw', zigzag(600, 5_000))).toBe(true)
    const points = zigzag(600, 5_000).segments.flatMap((segment) => segment.points)
    const apart = points.map((point) => ({ points: [point] }))
    expect(hasTooManyDashes('draw', { segments: apart, dash: 'dotted', scale: 1 })).toBe(true)
  })

  it('are not where lines are as thick as people draw them, short, or whole', () => {
    for (const scale of [0.5, 1, 100]) {
      expect(hasTooManyDashes('geo', { ...LARGE, scale })).toBe(false)
      expect(hasTooManyDashes('arrow', { ...ARROW, scale })).toBe(false)
    }
    expect(hasTooManyDashes('geo', { ...LARGE, w: 300, h: 200 })).toBe(false)
    for (const dash of ['draw', 'solid']) expect(hasTooManyDashes('geo', { ...LARGE, dash })).toBe(false)
    expect(hasTooManyDashes('draw', zigzag(300, 5_000))).toBe(false)
  })
})
