import type { Box } from '../../../geometry/box'
import type { Point } from '../../../geometry/point'
import type { Size } from '../../../geometry/size'

// Where boxes lie over the line of a curve. Its points run from left to right, and it never falls.

/** A line is drawn this far to both sides of its points: a card whose edge lies on them would show half of it. */
const LINE_REACH_PX = 2
/** Between a line and a box that stands just clear of it. */
const AIR_PX = 4

/** How many px of a line lie under a box, whole or by half. */
export function coveredPx({ x, y, w, h }: Box, line: readonly Point[]): number {
  const [top, bottom, right] = [y - LINE_REACH_PX, y + h + LINE_REACH_PX, x + w]
  let covered = 0
  for (let at = firstBeyond(line, x); at < line.length; at++) {
    const [from, to] = [line[at - 1], line[at]]
    if (!from || !to || from.x > right || from.y <= top) break
    if (to.y < bottom) covered += pieceWithin(from, to, { x, y: top, w, h: bottom - top })
  }
  return covered
}

/** The rows of a box of this size with its left edge at x: just over the line, and just under it. */
export function rowsBeside(
  line: readonly Point[],
  x: number,
  { w, h }: Size,
): readonly [over: number, under: number] {
  const air = LINE_REACH_PX + AIR_PX
  return [heightAt(line, x + w) - air - h, heightAt(line, x) + air]
}

/** How long the part of a piece is that lies within a box. */
function pieceWithin(from: Point, to: Point, { x, y, w, h }: Box): number {
  const [dx, dy] = [to.x - from.x, from.y - to.y]
  let [enters, leaves] = [0, 1]
  if (dx > 0) {
    enters = Math.max(enters, (x - from.x) / dx)
    leaves = Math.min(leaves, (x + w - from.x) / dx)
  }
  if (dy > 0) {
    enters = Math.max(enters, (from.y - y - h) / dy)
    leaves = Math.min(leaves, (from.y - y) / dy)
  }
  return leaves > enters ? (leaves - enters) * Math.hypot(dx, dy) : 0
}

/** The y of a line at this x, or at its nearer end. */
function heightAt(line: readonly Point[], x: number): number {
  const at = Math.min(firstBeyond(line, x), line.length - 1)
  const [from, to] = [line[at - 1], line[at]]
  if (!from || !to) return NaN
  const share = to.x > from.x ? Math.min(1, Math.max(0, (x - from.x) / (to.x - from.x))) : 1
  return from.y + share * (to.y - from.y)
}

/** The number of the first point that is not left of this x, but for the very first. */
function firstBeyond(line: readonly Point[], x: number): number {
  let [low, high] = [1, line.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((line[middle]?.x ?? Infinity) < x) low = middle + 1
    else high = middle
  }
  return low
}
