import type { Point } from '../geometry/point'
import type { Curve } from './curve'

const STEPS = 46
const EDGE = 0.06
/** Of a badge this near to another, neither is found at once. */
const APART_PX = 90

/**
 * Where the letter of each curve stands on its line, in px of the plot they share: where its line is furthest from the
 * others and from the letters before it.
 */
export function placeBadges(
  curves: readonly Curve[],
  box: { w: number; h: number },
): ReadonlyMap<string, Point> {
  const at = (point: Point): Point => ({ x: point.x * box.w, y: (1 - point.y) * box.h })
  const lines = new Map(curves.map((curve) => [curve.id, curve.points.map(at)]))
  const placed = new Map<string, Point>()
  for (const curve of curves) {
    const others = [...lines].flatMap(([id, line]) => (id === curve.id ? [] : line))
    let best: { place: Point; clear: number } | null = null
    for (let step = 0; step <= STEPS; step++) {
      const x = EDGE + (step / STEPS) * (1 - 2 * EDGE)
      const place = at({ x, y: curve.y(x) })
      const crowd = Math.min(1, nearest(place, [...placed.values()]) / APART_PX)
      const clear = nearest(place, others) * crowd
      if (!best || clear > best.clear) best = { place, clear }
    }
    if (best) placed.set(curve.id, best.place)
  }
  return placed
}

function nearest(from: Point, points: readonly Point[]): number {
  // Squares are compared: a root for each of some hundred thousand points would hold up whoever loads a template.
  let least = Infinity
  for (const { x, y } of points) least = Math.min(least, (x - from.x) ** 2 + (y - from.y) ** 2)
  return Math.sqrt(least)
}
