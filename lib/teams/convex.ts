import type { Point } from '../curves/curve'

/** Two shapes that only touch do not overlap. */
const TOUCHING_PX = 0.01

/** Says whether two convex polygons share more than an edge. */
export function polygonsOverlap(one: readonly Point[], other: readonly Point[]): boolean {
  return !isParted(one, other) && !isParted(other, one)
}

/** Looks for an edge of the first with all of the second beyond it. */
function isParted(one: readonly Point[], other: readonly Point[]): boolean {
  return one.some((from, at) => {
    const to = one[(at + 1) % one.length] ?? from
    const length = Math.hypot(to.x - from.x, to.y - from.y)
    if (length === 0) return false
    const across = { x: (to.y - from.y) / length, y: (from.x - to.x) / length }
    const most = Math.max(...one.map((point) => dot(point, across)))
    const least = Math.min(...other.map((point) => dot(point, across)))
    return least >= most - TOUCHING_PX
  })
}

function dot(point: Point, axis: Point): number {
  return point.x * axis.x + point.y * axis.y
}
