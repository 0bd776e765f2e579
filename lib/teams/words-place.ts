import { polygonHolds } from '../geometry/convex'
import type { Point } from '../geometry/point'
import type { Size } from '../geometry/size'
import type { InteractionModeId } from './interaction-modes'
import { outlineOf } from './outline'

/** Where the middle of the words is tried, as shares of the height: a triangle is wide below. */
const HEIGHTS: Readonly<Record<InteractionModeId, readonly number[]>> = {
  collaboration: [0.5],
  'x-as-a-service': [0.72, 0.62],
  facilitating: [0.5],
}
const AIR_PX = 5

/** The middle of an interaction's words, in the shape's own px. */
export interface WordsPlace extends Point {
  readonly isInside: boolean
}

/** Finds a place for upright words of this size in a turned shape, clear of its edges; under it where there is none. */
export function findWordsPlace(
  mode: InteractionModeId,
  { size, rotation, words }: { readonly size: Size; readonly rotation: number; readonly words: Size },
): WordsPlace {
  const { corners } = outlineOf(mode, size)
  for (const height of HEIGHTS[mode]) {
    const middle = { x: size.w / 2, y: size.h * height }
    const room = cornersOf(words).map((corner) => turnedFrom(middle, corner, -rotation))
    if (polygonHolds(corners, room)) return { ...middle, isInside: true }
  }
  const centre = { x: size.w / 2, y: size.h / 2 }
  const lowest = Math.max(
    ...corners.map(({ x, y }) => turnedFrom(centre, { x: x - centre.x, y: y - centre.y }, rotation).y),
  )
  const below = lowest - centre.y + AIR_PX + words.h / 2
  return { ...turnedFrom(centre, { x: 0, y: below }, -rotation), isInside: false }
}

/** The corners of a box around 0, 0 with air at its sides. */
function cornersOf({ w, h }: Size): Point[] {
  const [x, y] = [w / 2 + AIR_PX, h / 2]
  return [
    { x: -x, y: -y },
    { x, y: -y },
    { x, y },
    { x: -x, y },
  ]
}

function turnedFrom(middle: Point, { x, y }: Point, angle: number): Point {
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)]
  return { x: middle.x + x * cos - y * sin, y: middle.y + x * sin + y * cos }
}
