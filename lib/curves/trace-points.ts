import type { Point } from '../geometry/point'

const STEPS = 100
const MAX_GAP = 0.01
const MIN_WIDTH = 1e-4

/** Follows a formula from x = 0 to 1 by points at most 0.01 apart, so that steep parts get as many as flat ones. */
export function tracePoints(y: (x: number) => number): readonly Point[] {
  const points: Point[] = [{ x: 0, y: y(0) }]
  for (let step = 1; step <= STEPS; step++) traceTo(points, { x: step / STEPS, y: y(step / STEPS) }, y)
  return points
}

function traceTo(points: Point[], to: Point, y: (x: number) => number): void {
  const from = points[points.length - 1] ?? to
  const near = Math.hypot(to.x - from.x, to.y - from.y) <= MAX_GAP + 1e-9
  if (!near && to.x - from.x > MIN_WIDTH) {
    const x = (from.x + to.x) / 2
    traceTo(points, { x, y: y(x) }, y)
    traceTo(points, to, y)
    return
  }
  points.push(to)
}
