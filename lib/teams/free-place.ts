import type { Box } from '../geometry/box'
import type { Point } from '../geometry/point'
import type { Size } from '../geometry/size'

const STEP_PX = 16
/**
 * Between rows of teams there is room for six cards, best so much that a further row fits in with room for three; where
 * there is no such place there is room for three, for one, and as a last resort for none.
 */
const CLEAR_PX = [
  { w: 32, h: 288 },
  { w: 32, h: 208 },
  { w: 32, h: 112 },
  { w: 16, h: 112 },
  { w: 16, h: 64 },
  { w: 16, h: 16 },
] as const

/**
 * Finds room for a box of this size inside an area, clear of what is taken, nearest to the top left corner row by row;
 * the corner itself where there is no room. All px share one origin.
 */
export function freePlace(area: Box, size: Size, taken: readonly Box[]): Point {
  for (const clear of CLEAR_PX) {
    const place = findPlace({ area, size, taken, clear })
    if (place) return place
  }
  return { x: area.x, y: area.y }
}

interface Search {
  readonly area: Box
  readonly size: Size
  readonly taken: readonly Box[]
  readonly clear: Size
}

function findPlace({ area, size, taken, clear }: Search): Point | null {
  for (let y = area.y; y + size.h <= area.y + area.h; y += STEP_PX) {
    for (let x = area.x; x + size.w <= area.x + area.w; x += STEP_PX) {
      if (!taken.some((box) => isNear({ x, y, ...size }, box, clear))) return { x, y }
    }
  }
  return null
}

function isNear(one: Box, other: Box, clear: Size): boolean {
  const across = one.x < other.x + other.w + clear.w && other.x < one.x + one.w + clear.w
  return across && one.y < other.y + other.h + clear.h && other.y < one.y + one.h + clear.h
}
