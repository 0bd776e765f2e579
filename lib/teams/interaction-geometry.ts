import type { Box } from '../geometry/box'
import type { Point } from '../geometry/point'
import type { Size } from '../geometry/size'
import { roundPx } from '../round-px'
import { ROW_GAP_PX } from './free-place'

// Where an interaction stands between its two teams. All px are page px, angles are radians, clockwise, 0 with the
// point of a triangle upwards.

/** An interaction is stretched where its teams are further apart than this many times its own length. */
const MOST_LENGTHS_APART = 2
/** Even the shortest is not between two rows of teams as they are put; where they begin is rounded. */
const NEXT_ROW_PX = ROW_GAP_PX + 16
const QUARTER = Math.PI / 2
/**
 * So far aside a point may aim before it is turned: beyond the half of a quarter turn, at which it would jump to and fro
 * while its teams are moved about a diagonal.
 */
const MOST_ASIDE = QUARTER / 2 + Math.PI / 18

/** The middle between the centres of two boxes. */
export function midpointOf(one: Box, other: Box): Point {
  const [a, b] = [centreOf(one), centreOf(other)]
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }
}

/** How far a shape's centre is from the middle between its teams, rounded to 0.01 px. */
export function offsetBetween(centre: Point, one: Box, other: Box): readonly [dx: number, dy: number] {
  const middle = midpointOf(one, other)
  return [roundPx(centre.x - middle.x), roundPx(centre.y - middle.y)]
}

/** How far apart two boxes are, edge to edge; 0 where they touch or overlap. */
export function gapBetween(one: Box, other: Box): number {
  const { across, down } = gapsBetween(one, other)
  return Math.hypot(across, down)
}

function gapsBetween(one: Box, other: Box): { across: number; down: number } {
  return {
    across: Math.max(one.x - (other.x + other.w), other.x - (one.x + one.w), 0),
    down: Math.max(one.y - (other.y + other.h), other.y - (one.y + one.h), 0),
  }
}

/** Says whether the teams of an interaction are further apart than it can honestly bridge. */
export function isStretched(one: Box, other: Box, { w, h }: Size): boolean {
  return gapBetween(one, other) > Math.max(MOST_LENGTHS_APART * Math.max(w, h), NEXT_ROW_PX)
}

/** Says whether a triangle turned like this points towards `to` rather than back towards `from`; both where it points across. */
export function aimsAt(rotation: number, from: Box, to: Box): boolean {
  const towards = directionTo(from, to)
  return towards === null || Math.cos(rotation - towards) >= -1e-9
}

/**
 * How a triangle stands whose point aims at the consumer: as it is turned where that points well enough at `to`, else as
 * the quarter turn that does. It follows from the boxes alone, so that it is the same on every screen.
 */
export function aimed(rotation: number, from: Box, to: Box): number {
  const towards = directionTo(from, to)
  if (towards === null || Math.abs(normalAngle(rotation - towards)) <= MOST_ASIDE) return rotation
  return quarterTurnTowards(from, to)
}

/** The quarter turn that points best from one box to the other. */
export function quarterTurnTowards(from: Box, to: Box): number {
  return normalAngle(Math.round((directionTo(from, to) ?? 0) / QUARTER) * QUARTER)
}

/**
 * Where one box lies as seen from the other: across the gap between them, as people see it, however far their centres are
 * apart along it; null where their centres are one.
 */
function directionTo(from: Box, to: Box): number | null {
  const [start, end] = [centreOf(from), centreOf(to)]
  const { across, down } = gapsBetween(from, to)
  const dx = across === 0 && down > 0 ? 0 : end.x - start.x
  const dy = down === 0 && across > 0 ? 0 : end.y - start.y
  return dx === 0 && dy === 0 ? null : Math.atan2(dx, -dy)
}

/** The same direction as an angle above -π and up to π. */
export function normalAngle(angle: number): number {
  const turns = angle - 2 * Math.PI * Math.floor((angle + Math.PI) / (2 * Math.PI))
  return turns <= -Math.PI ? Math.PI : turns + 0
}

/** Where the top left corner of a turned box is, given its centre. */
export function cornerAt(centre: Point, size: Size, rotation: number): Point {
  const toCentre = turn({ x: size.w / 2, y: size.h / 2 }, rotation)
  return { x: centre.x - toCentre.x, y: centre.y - toCentre.y }
}

/** The centre of a turned box, given its top left corner. */
export function centreFrom(corner: Point, size: Size, rotation: number): Point {
  const toCentre = turn({ x: size.w / 2, y: size.h / 2 }, rotation)
  return { x: corner.x + toCentre.x, y: corner.y + toCentre.y }
}

/** Points of a shape's own px on the page, where its top left corner is at `corner` and it is turned. */
export function onPage(points: readonly Point[], corner: Point, rotation: number): Point[] {
  return points.map((point) => {
    const turned = turn(point, rotation)
    return { x: corner.x + turned.x, y: corner.y + turned.y }
  })
}

function centreOf(box: Box): Point {
  return { x: box.x + box.w / 2, y: box.y + box.h / 2 }
}

function turn({ x, y }: Point, rotation: number): Point {
  const [sin, cos] = [Math.sin(rotation), Math.cos(rotation)]
  return { x: x * cos - y * sin, y: x * sin + y * cos }
}
