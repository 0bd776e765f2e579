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
