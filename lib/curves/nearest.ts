import type { Point } from '../geometry/point'
import type { Curve } from './curve'

/** The place on a curve nearest to a point, and how far it is, all in unit space. */
export interface NearestOnCurve extends Point {
  readonly distance: number
}

const REFINEMENTS = 26
const GOLDEN = (Math.sqrt(5) - 1) / 2

/** Finds the nearest place on a curve's formula; right to about 1e-7 even where the curve is steep. */
export function nearestOnCurve(curve: Curve, point: Point): NearestOnCurve {
  const { points } = curve
  let best = 0
  let bestSquare = Infinity
  for (let at = 0; at < points.length; at++) {
    const square = squareTo(points[at], point)
    if (square < bestSquare) [best, bestSquare] = [at, square]
  }
  const left = points[Math.max(best - 1, 0)]?.x ?? 0
  const right = points[Math.min(best + 1, points.length - 1)]?.x ?? 1
  const x = refine((at) => squareTo({ x: at, y: curve.y(at) }, point), left, right)
  const y = curve.y(x)
  return { x, y, distance: Math.hypot(x - point.x, y - point.y) }
}

/** Golden section search: between two neighbours of the nearest point the distance has one valley. */
function refine(square: (x: number) => number, from: number, to: number): number {
  let [left, right] = [from, to]
  let [low, high] = [right - (right - left) * GOLDEN, left + (right - left) * GOLDEN]
  let [atLow, atHigh] = [square(low), square(high)]
  for (let round = 0; round < REFINEMENTS; round++) {
    if (atLow <= atHigh) {
      ;[right, high, atHigh] = [high, low, atLow]
      low = right - (right - left) * GOLDEN
      atLow = square(low)
    } else {
      ;[left, low, atLow] = [low, high, atHigh]
      high = left + (right - left) * GOLDEN
      atHigh = square(high)
    }
  }
  const middle = (left + right) / 2
  return [from, to].reduce((best, end) => (square(end) <= square(best) ? end : best), middle)
}

function squareTo(one: Point | undefined, other: Point): number {
  if (!one) return Infinity
  return (one.x - other.x) ** 2 + (one.y - other.y) ** 2
}
