import type { Point } from './point'

/** How long the way from point to point is. */
export function pathLength(points: readonly Point[]): number {
  let length = 0
  let before: Point | undefined
  for (const point of points) {
    // Not `Math.hypot`, which takes ten times as long: a guard works this out for thousands of points in a tick.
    if (before) length += Math.sqrt((point.x - before.x) ** 2 + (point.y - before.y) ** 2)
    before = point
  }
  return length
}
