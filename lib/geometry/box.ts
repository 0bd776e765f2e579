import type { Point } from './point'
import type { Size } from './size'

/** A box in px from the top left corner of what holds it. */
export interface Box extends Point, Size {}

/** Says whether two boxes lie over each other; boxes that only touch do not. */
export function overlaps(one: Box, other: Box): boolean {
  const isApartX = one.x >= other.x + other.w || other.x >= one.x + one.w
  return !isApartX && one.y < other.y + other.h && other.y < one.y + one.h
}

/** Says whether a box holds a point; left and top edge count, right and bottom too. */
export function holds(box: Box, point: Point): boolean {
  return point.x >= box.x && point.x <= box.x + box.w && point.y >= box.y && point.y <= box.y + box.h
}

/** Says whether the inner box lies wholly in the outer one; it may touch its edges. */
export function holdsBox(outer: Box, { x, y, w, h }: Box): boolean {
  return holds(outer, { x, y }) && holds(outer, { x: x + w, y: y + h })
}

/** The smallest box around all of these; null around nothing. */
export function boxAround(boxes: readonly Box[]): Box | null {
  if (boxes.length === 0) return null
  const [left, top] = [Math.min(...boxes.map(({ x }) => x)), Math.min(...boxes.map(({ y }) => y))]
  const right = Math.max(...boxes.map(({ x, w }) => x + w))
  const bottom = Math.max(...boxes.map(({ y, h }) => y + h))
  return { x: left, y: top, w: right - left, h: bottom - top }
}

/** How many square px two boxes share. */
export function sharedPx(one: Box, other: Box): number {
  const w = Math.min(one.x + one.w, other.x + other.w) - Math.max(one.x, other.x)
  const h = Math.min(one.y + one.h, other.y + other.h) - Math.max(one.y, other.y)
  return Math.max(0, w) * Math.max(0, h)
}
