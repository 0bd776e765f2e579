import { boxAround, holds, type Box } from '../../geometry/box'
import type { Point } from '../../geometry/point'
import type { Size } from '../../geometry/size'
import { polygonsOverlap } from '../../geometry/convex'
import {
  aimed,
  centreFrom,
  cornerAt,
  isStretched,
  midpointOf,
  normalAngle,
  offsetBetween,
  onPage,
  aimsAt,
} from '../../teams/interaction-geometry'
import type { InteractionModeId } from '../../teams/interaction-modes'
import { outlineOf } from '../../teams/outline'
import type { TeamId } from '../../ids'
import type { Interaction } from '../layout'
import type { StandingTeam } from './teams/standing-teams'

/** Where an interaction's shape is drawn: its top left corner in page px, its turn in radians. */
export interface InteractionPlace extends Point {
  readonly rotation: number
  /** Its teams are so far apart that it says so. */
  readonly stretched: boolean
}

/** The part of an interaction its place follows from. */
export type Spanning = Pick<Interaction, 'mode' | 'offset' | 'wh' | 'rotation'>

/** Places an interaction between its two teams; it follows from their boxes alone and so moves with them. */
export function placeInteraction(given: Spanning, from: Box, to: Box): InteractionPlace {
  const size = { w: given.wh[0], h: given.wh[1] }
  const middle = midpointOf(from, to)
  const centre = { x: middle.x + given.offset[0], y: middle.y + given.offset[1] }
  const rotation = given.mode === 'x-as-a-service' ? aimed(given.rotation, from, to) : given.rotation
  return { ...cornerAt(centre, size, rotation), rotation, stretched: isStretched(from, to, size) }
}

/** The smallest upright box around an interaction where it is placed between its two teams. */
export function interactionBox(given: Spanning, from: Box, to: Box): Box {
  const place = placeInteraction(given, from, to)
  const { corners } = outlineOf(given.mode, { w: given.wh[0], h: given.wh[1] })
  const points = onPage(corners, place, place.rotation).map(({ x, y }) => ({ x, y, w: 0, h: 0 }))
  return boxAround(points) ?? { x: place.x, y: place.y, w: 0, h: 0 }
}

/** A shape of an interaction as somebody put it down: top left corner in page px, turn in radians. */
export interface DroppedInteraction extends Point, Size {
  readonly mode: InteractionModeId
  readonly rotation: number
}

/** The teams of one map that an interaction's outline lies on, in their order. */
export function teamsUnder(
  dropped: DroppedInteraction,
  teams: readonly StandingTeam[],
): readonly StandingTeam[] {
  const outline = onPage(outlineOf(dropped.mode, dropped).corners, dropped, dropped.rotation)
  return teams.filter(({ team, box }) =>
    polygonsOverlap(outline, onPage(outlineOf(team.type, box).corners, box, 0)),
  )
}

/** What an interaction keeps of where it was put down between two teams. */
export interface Bound {
  readonly from: TeamId
  readonly to: TeamId
  readonly offset: readonly [dx: number, dy: number]
  readonly rotation: number
}

/**
 * Binds a dropped interaction to two teams. The one a triangle points towards becomes `to`; where it points across both,
 * the one under its point. Other shapes leave the order as it is given.
 */
export function bindDropped(dropped: DroppedInteraction, one: StandingTeam, other: StandingTeam): Bound {
  const [from, to] = isReversed(dropped, one, other) ? [other, one] : [one, other]
  const centre = centreFrom(dropped, dropped, dropped.rotation)
  const offset = offsetBetween(centre, from.box, to.box)
  return { from: from.team.id, to: to.team.id, offset, rotation: normalAngle(dropped.rotation) }
}

function isReversed(dropped: DroppedInteraction, one: StandingTeam, other: StandingTeam): boolean {
  if (dropped.mode !== 'x-as-a-service') return false
  const forth = aimsAt(dropped.rotation, one.box, other.box)
  const back = aimsAt(dropped.rotation, other.box, one.box)
  if (forth !== back) return back
  const [apex] = onPage([{ x: dropped.w / 2, y: 0 }], dropped, dropped.rotation)
  return apex !== undefined && holds(one.box, apex) && !holds(other.box, apex)
}
