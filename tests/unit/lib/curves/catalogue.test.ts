import { describe, expect, it } from 'vitest'
import { CURVES, findCurve } from '@/lib/curves/catalogue'
import type { CurveSegment } from '@/lib/curves/curve'
import type { Point } from '@/lib/geometry/point'

function along(segment: CurveSegment, t: number): Point {
  const { from, to } = segment
  const mix = (points: readonly Point[]): Point => {
    if (points.length === 1) return points[0] ?? from
    const next = points.slice(1).map((point, at) => ({
      x: (points[at]?.x ?? 0) * (1 - t) + point.x * t,
      y: (points[at]?.y ?? 0) * (1 - t) + point.y * t,
    }))
    return mix(next)
  }
  return mix(segment.kind === 'line' ? [from, to] : [from, segment.control1, segment.control2, to])
}

describe('CURVES', () => {
  it.each(CURVES.map((curve) => [curve.id, curve] as const))(
    'draws %s where its formula is',
    (_id, curve) => {
      for (const segment of curve.path) {
        for (let at = 0; at <= 50; at++) {
          const point = along(segment, at / 50)
          expect(Math.abs(curve.y(point.x) - point.y)).toBeLessThan(0.003)
        }
      }
    },
  )

  it.each(CURVES.map((curve) => [curve.id, curve] as const))(
    'draws %s as one line from 0 to 1',
    (_id, curve) => {
      expect(curve.path[0]?.from).toEqual({ x: 0, y: 0 })
      curve.path.slice(1).forEach((segment, at) => expect(segment.from).toEqual(curve.path[at]?.to))
      expect(curve.path.at(-1)?.to.x).toBe(1)
    },
  )

  it.each(CURVES.map((curve) => [curve.id, curve] as const))(
    'follows %s by points close together',
    (_id, curve) => {
      curve.points.slice(1).forEach((point, at) => {
        const before = curve.points[at] ?? point
        expect(point.x).toBeGreaterThan(before.x)
        expect(Math.hypot(point.x - before.x, point.y - before.y)).toBeLessThan(0.0101)
      })
      expect(curve.points.length).toBeLessThan(400)
    },
  )

  it('gives every curve a letter, a meaning and questions', () => {
    expect(CURVES.map(({ letter }) => letter).join('')).toBe('ABCDEF')
    for (const curve of CURVES) {
      expect(curve.meaning.endsWith('.')).toBe(true)
      expect(curve.questions.length).toBeGreaterThanOrEqual(3)
    }
  })

  it('finds a curve by its id and nothing by any other', () => {
    expect(findCurve('j-curve')?.letter).toBe('E')
    expect(findCurve('staircase')).toBeNull()
  })
})
