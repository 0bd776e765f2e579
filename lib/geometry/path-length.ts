import type { Point } from './point'

/** How long the way from point to point is. */
export function pathLength(points: readonly Point[]): number {
  return points.reduce((length, { x, y }, at) => {
    const before = points[at - 1]
    return before ? length + Math.hypot(x - before.x, y - before.y) : 0
  }, 0)
}
