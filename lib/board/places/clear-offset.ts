import { holdsBox, overlaps, sharedPx, boxAround, type Box } from '../../geometry/box'
import type { Point } from '../../geometry/point'
import { midpointOf } from '../../teams/interaction-geometry'
import { interactionBox, type Spanning } from './interaction-places'

const STEP_PX = 8
/** Past the half of a wide platform, with the half of an interaction beside it. */
const MOST_AWAY_PX = 320
/** Air between an interaction and what it is put beside. */
const AIR_PX = 8

/** What lies about the two teams of an interaction, page px. */
export interface OffsetGround {
  /** What it is not to lie on: other teams, other interactions, cards. */
  readonly taken: readonly Box[]
  /** What it is not to leave for a free place: the part of its map in which teams stand. */
  readonly area: Box
}

/**
 * How far from the middle between its teams a new interaction stands so that it lies on nothing that takes no part in it:
 * not at all where the middle is free, else at right angles to the line between the teams, nearest first, else along it,
 * and never more upon its own teams than in the middle. Where no place near is free it stays in the middle.
 */
export function clearOffset(
  given: Omit<Spanning, 'offset'>,
  [from, to]: readonly [from: Box, to: Box],
  { taken, area }: OffsetGround,
): readonly [dx: number, dy: number] {
  const middle = interactionBox({ ...given, offset: [0, 0] }, from, to)
  const ownPx = (box: Box): number => sharedPx(box, from) + sharedPx(box, to)
  const around = boxAround([area, middle, from, to]) ?? area
  const mostOwnPx = ownPx(middle)
  const isFree = ({ x, y }: Point): boolean => {
    const box = { ...middle, x: middle.x + x, y: middle.y + y }
    const roomy = { x: box.x - AIR_PX, y: box.y - AIR_PX, w: box.w + 2 * AIR_PX, h: box.h + 2 * AIR_PX }
    return holdsBox(around, box) && ownPx(box) <= mostOwnPx && !taken.some((one) => overlaps(one, roomy))
  }
  if (!taken.some((one) => overlaps(one, middle))) return [0, 0]
  const found = offsetsAlong(from, to).find(isFree)
  return found ? [found.x, found.y] : [0, 0]
}

/** Across the line between the middles of two boxes, nearest first, then along it; whole px. */
function offsetsAlong(from: Box, to: Box): readonly Point[] {
  const start = midpointOf(from, from)
  const end = midpointOf(to, to)
  const length = Math.hypot(end.x - start.x, end.y - start.y)
  const along =
    length === 0 ? { x: 1, y: 0 } : { x: (end.x - start.x) / length, y: (end.y - start.y) / length }
  // Upwards first, else to the right: cards pile up under teams.
  const isUp = along.x > 0 || (along.x === 0 && along.y > 0)
  const across = isUp ? { x: along.y, y: -along.x } : { x: -along.y, y: along.x }
  const steps = Array.from({ length: MOST_AWAY_PX / STEP_PX }, (_, at) => (at + 1) * STEP_PX)
  return [across, along].flatMap(({ x, y }) =>
    steps.flatMap((away) =>
      [away, -away].map((signed) => ({ x: Math.round(x * signed) + 0, y: Math.round(y * signed) + 0 })),
    ),
  )
}
