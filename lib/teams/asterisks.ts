import { boxAround, overlaps, type Box } from '../geometry/box'
import { polygonHolds, polygonsOverlap } from '../geometry/convex'
import type { Point } from '../geometry/point'

/** How far an asterisk reaches each way from its middle, and with its line and some air. */
export const ASTERISK_PX = 8
const HALF_PX = 11
/** Places are looked for in such a grid over the team. */
const STEPS = 16

type Polygon = readonly Point[]

/**
 * Where asterisks stand, in the px of all of these outlines: where an interaction lies over teams that do not take part,
 * one on each of its own teams; on the part of it that lies under the interaction where there is one, off its name.
 * Without a third team under it there are none. What was found for two outlines is remembered as long as both are there.
 */
export function asterisks(
  interaction: Polygon,
  own: readonly Polygon[],
  others: readonly Polygon[],
): readonly Point[] {
  const over = boxOf(interaction)
  const isUnder = (other: Polygon): boolean =>
    overlaps(over, boxOf(other)) && polygonsOverlap(interaction, other)
  if (!others.some(isUnder)) return []
  return own.map((team) => knownPlaceOn(team, interaction))
}

/** By the outline of a team, then of an interaction: on a crowded map few of hundreds move at a time. */
const places = new WeakMap<Polygon, WeakMap<Polygon, Point>>()

function knownPlaceOn(team: Polygon, interaction: Polygon): Point {
  const ofTeam = places.get(team) ?? new WeakMap<Polygon, Point>()
  places.set(team, ofTeam)
  const place = ofTeam.get(interaction) ?? placeOn(team, interaction)
  ofTeam.set(interaction, place)
  return place
}

/** Nearest to the interaction without leaving the team, and where that lies under it, as far from the names of both as may be. */
function placeOn(team: Polygon, interaction: Polygon): Point {
  const { x, y, w, h } = boxOf(team)
  const over = boxOf(interaction)
  const names = [middleOf(over), { x: x + w / 2, y: y + h / 2 }] as const
  let [best, most] = [{ x: x + w / 2, y: y + HALF_PX * 2 }, -Infinity]
  for (let column = 1; column < STEPS; column++) {
    for (let row = 1; row < STEPS; row++) {
      const at = { x: x + (w * column) / STEPS, y: y + (h * row) / STEPS }
      const corners = cornersAround(at)
      if (!polygonHolds(team, corners)) continue
      const isUnder = polygonHolds(interaction, corners)
      const away = Math.min(...names.map((name) => Math.hypot(at.x - name.x, (at.y - name.y) * 3)))
      const worth = isUnder ? away : -1_000 - distanceTo(over, at)
      if (worth > most) [best, most] = [at, worth]
    }
  }
  return best
}

function cornersAround({ x, y }: Point): Point[] {
  return [-HALF_PX, HALF_PX].flatMap((dx) => [-HALF_PX, HALF_PX].map((dy) => ({ x: x + dx, y: y + dy })))
}

function distanceTo(box: Box, { x, y }: Point): number {
  const across = Math.max(box.x - x, x - box.x - box.w, 0)
  const down = Math.max(box.y - y, y - box.y - box.h, 0)
  return Math.hypot(across, down)
}

function middleOf({ x, y, w, h }: Box): Point {
  return { x: x + w / 2, y: y + h / 2 }
}

const boxes = new WeakMap<Polygon, Box>()

function boxOf(polygon: Polygon): Box {
  const known = boxes.get(polygon)
  if (known) return known
  const box = boxAround(polygon.map(({ x, y }) => ({ x, y, w: 0, h: 0 }))) ?? { x: 0, y: 0, w: 0, h: 0 }
  boxes.set(polygon, box)
  return box
}
