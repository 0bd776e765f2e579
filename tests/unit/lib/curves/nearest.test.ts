import { describe, expect, it } from 'vitest'
import { CURVES, findCurve } from '@/lib/curves/catalogue'
import type { Curve } from '@/lib/curves/curve'
import { nearestOnCurve } from '@/lib/curves/nearest'

function curveOf(id: string): Curve {
  const curve = findCurve(id)
  if (!curve) throw new Error(`no curve ${id}`)
  return curve
}

/** The slow way: look at very many places. */
function nearestByLooking(curve: Curve, x: number, y: number): number {
  let best = Infinity
  for (let at = 0; at <= 20_000; at++) {
    best = Math.min(best, Math.hypot(at / 20_000 - x, curve.y(at / 20_000) - y))
  }
  return best
}

describe('nearestOnCurve', () => {
  it.each(CURVES.map((curve) => [curve.id, curve] as const))(
    'finds a place on %s as near as looking everywhere',
    (_id, curve) => {
      for (const x of [-0.1, 0.05, 0.12, 0.3, 0.5, 0.79, 0.8, 0.97, 1.1]) {
        for (const y of [-0.1, 0.2, 0.45, 0.8, 1.2]) {
          const nearest = nearestOnCurve(curve, { x, y })
          expect(nearest.distance).toBeLessThan(nearestByLooking(curve, x, y) + 1e-4)
          expect(nearest.y).toBe(curve.y(nearest.x))
        }
      }
    },
  )

  it('stays inside the plot for points beside it', () => {
    expect(nearestOnCurve(curveOf('linear'), { x: 3, y: 3 }).x).toBe(1)
    expect(nearestOnCurve(curveOf('linear'), { x: -3, y: -3 }).x).toBe(0)
  })

  it('tells the heights of a steep jump apart', () => {
    const step = curveOf('delayed-step')
    const low = nearestOnCurve(step, { x: 0.8, y: 0.2 })
    const high = nearestOnCurve(step, { x: 0.8, y: 0.8 })
    expect(low.x).toBeLessThan(high.x)
    expect(high.y - low.y).toBeGreaterThan(0.55)
  })
})
