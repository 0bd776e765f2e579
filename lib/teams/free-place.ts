import { sharedPx, type Box } from '../geometry/box'
import type { Point } from '../geometry/point'
import type { Size } from '../geometry/size'

const STEP_PX = 16
/** So far below each other rows of teams are put where there is room for it. */
export const ROW_GAP_PX = 288
/**
 * Between rows of teams there is room for six cards, best so much that a further row fits in with room for three; where
 * there is no such place there is room for three, for one, and as a last resort for none.
 */
const CLEAR_PX = [
  { w: 32, h: ROW_GAP_PX },
  { w: 32, h: 208 },
  { w: 32, h: 112 },
  { w: 16, h: 112 },
  { w: 16, h: 64 },
  { w: 16, h: 16 },
] as const

/** Where there is no room, so far down and aside a corner stands from those of others: each of the two is seen to be there. */
const ASIDE_PX = 48
/** Its name is about here in a team, as shares of it; hiding it counts so many times what the rest does. */
const NAME = { x: 0.25, y: 0.2, w: 0.5, h: 0.6, times: 4 } as const

/**
 * Finds room for a box of this size inside the first of these areas that has some, clear of what is taken, nearest to the
 * top left corner row by row. Where none has, it is the place in the first area that hides least of what is taken, clearly
 * aside from all of it. All px share one origin.
 */
export function freePlace(areas: readonly [Box, ...Box[]], size: Size, taken: readonly Box[]): Point {
  for (const area of areas) {
    const place = findRoom(area, size, taken)
    if (place) return place
  }
  return leastHiding(areas[0], size, taken)
}

/** Finds such room inside an area for one box after the other, clear of those before it too; null for what has none. */
export function freePlaces(
  area: Box,
  sizes: readonly Size[],
  taken: readonly Box[],
): readonly (Box | null)[] {
  const filled = [...taken]
  return sizes.map((size) => {
    const place = findRoom(area, size, filled)
    if (!place) return null
    const box = { ...place, ...size }
    filled.push(box)
    return box
  })
}

function findRoom(area: Box, size: Size, taken: readonly Box[]): Point | null {
  for (const clear of CLEAR_PX) {
    const place = findPlace({ area, size, taken, clear })
    if (place) return place
  }
  return null
}

function leastHiding(area: Box, size: Size, taken: readonly Box[]): Point {
  let [best, least] = [{ x: area.x, y: area.y }, Infinity]
  for (const place of placesIn(area, size)) {
    const box = { ...place, ...size }
    const hidden = taken.reduce((sum, other) => sum + hiddenPx(box, other), 0)
    if (hidden < least) [best, least] = [place, hidden]
  }
  return best
}

function hiddenPx(box: Box, other: Box): number {
  const { x, y, w, h, times } = NAME
  const name = { x: other.x + x * other.w, y: other.y + y * other.h, w: w * other.w, h: h * other.h }
  const isAside = Math.abs(box.x - other.x) >= ASIDE_PX || Math.abs(box.y - other.y) >= ASIDE_PX
  return sharedPx(box, other) + (times - 1) * sharedPx(box, name) + (isAside ? 0 : times * box.w * box.h)
}

interface Search {
  readonly area: Box
  readonly size: Size
  readonly taken: readonly Box[]
  readonly clear: Size
}

function findPlace({ area, size, taken, clear }: Search): Point | null {
  for (let y = area.y; y + size.h <= area.y + area.h; y += STEP_PX) {
    let x = area.x
    while (x + size.w <= area.x + area.w) {
      const box = { x, y, ...size }
      const near = taken.find((other) => isNear(box, other, clear))
      if (!near) return { x, y }
      // On this row the next place that is clear of it lies beyond it.
      const beyond = area.x + STEP_PX * Math.ceil((near.x + near.w + clear.w - area.x) / STEP_PX)
      x = Math.max(x + STEP_PX, beyond)
    }
  }
  return null
}

function* placesIn(area: Box, size: Size): Generator<Point> {
  for (let y = area.y; y + size.h <= area.y + area.h; y += STEP_PX) {
    for (let x = area.x; x + size.w <= area.x + area.w; x += STEP_PX) yield { x, y }
  }
}

function isNear(one: Box, other: Box, clear: Size): boolean {
  const across = one.x < other.x + other.w + clear.w && other.x < one.x + one.w + clear.w
  return across && one.y < other.y + other.h + clear.h && other.y < one.y + one.h + clear.h
}
