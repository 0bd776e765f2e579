import type { Box } from './template'

/** Says whether two boxes lie over each other; boxes that only touch do not. */
export function overlaps(one: Box, other: Box): boolean {
  const isApartX = one.x >= other.x + other.w || other.x >= one.x + one.w
  return !isApartX && one.y < other.y + other.h && other.y < one.y + one.h
}
