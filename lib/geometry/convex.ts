import type { Point } from './point'

/** Two shapes that only touch do not overlap. */
const TOUCHING_PX = 0.01

/** Says whether two convex polygons share more than an edge. */
export function polygonsOverlap(one: readonly Point[], other: readonly Point[]): boolean {
  return !isParted(one, other) && !isParted(other, one)
}

/** Says whether all of these points are inside a convex polygon, clockwise. */
export function polygonHolds(polygon: readonly Point[], points: readonly Point[]): boolean {
  return edgesOf(polygon).every(({ from, across }) => {
    const most = dot(from, across)
    return points.every((point) => dot(point, across) <= most)
  })
}

/** Where the straight way from a point inside a convex polygon to one outside leaves it. */
export function wayOut(polygon: readonly Point[], start: Point, end: Point): Point {
  const way = { x: end.x - start.x, y: end.y - start.y }
  const shares = edgesOf(polygon).flatMap(({ from, across }) => {
    const speed = dot(way, across)
    return speed > 0 ? [(dot(from, across) - dot(start, across)) / speed] : []
  })
  const share = Math.min(1, ...shares)
  return { x: start.x + share * way.x, y: start.y + share * way.y }
}

/** Every edge by where it begins and the direction out of the polygon. */
function edgesOf(polygon: readonly Point[]): readonly { from: Point; across: Point }[] {
  return polygon.map((from, at) => {
    const to = polygon[(at + 1) % polygon.length] ?? from
    return { from, across: { x: to.y - from.y, y: from.x - to.x } }
  })
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
