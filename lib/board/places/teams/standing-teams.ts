import { holds, type Box } from '../../../geometry/box'
import type { Point } from '../../../geometry/point'
import type { InstanceId } from '../../../ids'
import { ROW_GAP_PX } from '../../../teams/free-place'
import { UNDEFINED_TEAM } from '../../../teams/team-types'
import {
  parsePlacementKey,
  teamOfTarget,
  teamPlacementKey,
  teamShapeId,
  type BoardDocument,
  type Instance,
  type Placement,
  type Team,
} from '../../layout'
import { listInstances, readTeam } from '../../read'
import { CARD_SIZE_PX } from '../../shapes/card'
import { standTemplates, type StandingTemplate } from '../standing'

const DOCK_GAP_PX = 8
/** A card on a team shows its title only: the team stands above it. */
export const DOCKED_SIZE_PX = { w: CARD_SIZE_PX.w, h: 30 } as const
const DOCK_STEP_PX = 34
/** A higher pile is pushed together, so that it ends above the row of teams that is put under its own. */
const MOST_DOCK_PX = ROW_GAP_PX - 2 * DOCK_GAP_PX - DOCKED_SIZE_PX.h
/** Nearer than this no title in a pile is read: where even so it has no room above the team below, it lies over that. */
const LEAST_STEP_PX = 22
/** A placement without a size was not written by our client. */
const FALLBACK_PX = UNDEFINED_TEAM.size

/** One team where it stands on one map. All px are page px. */
export interface StandingTeam {
  readonly shapeId: string
  readonly team: Team
  readonly instance: Instance
  readonly box: Box
  /** The pile of cards under it, which takes cards as the team itself does; of no height where there are none. */
  readonly dock: Box
  /** How far below each other the cards of that pile stand. */
  readonly stepPx: number
}

/** A team with where it stands, before anything is known of its neighbours. */
type Stood = Omit<StandingTeam, 'dock' | 'stepPx'>

/** Every team on every map, oldest first; `withDeleted` also those that were deleted, where they stood. */
export function listStandingTeams(
  board: BoardDocument,
  { withDeleted = false }: { readonly withDeleted?: boolean } = {},
): StandingTeam[] {
  const maps = new Map(standTemplates(listInstances(board)).map((one) => [one.instance.id as string, one]))
  const placements = [...board.placements.entries()]
  const docked = countDocked(board, placements)
  const stood = placements.flatMap(([key, placement]): Stood[] => {
    const ids = parsePlacementKey(key)
    const map = ids && maps.get(ids.instanceId)
    // An id that is an initiative's too was forged; its placements are those of the card.
    const team = ids && !board.initiatives.has(ids.initiativeId) ? readTeam(board, ids.initiativeId) : null
    return placement && map?.template.teamMap && team ? [stand({ team, placement }, map)] : []
  })
  const living = stood.filter(({ team }) => !team.deleted)
  const teams = (withDeleted ? stood : living).map((one) => {
    const count = docked.get(teamPlacementKey(one.team.id, one.instance.id)) ?? 0
    return withPile(one, count, count > 1 ? roomBelow(one, living) : Infinity)
  })
  return teams.sort(
    (one, other) => one.team.createdAt - other.team.createdAt || (one.shapeId < other.shapeId ? -1 : 1),
  )
}

/** The teams on one map, oldest first. */
export function listTeamsOn(board: BoardDocument, instanceId: InstanceId): StandingTeam[] {
  return listStandingTeams(board).filter(({ instance }) => instance.id === instanceId)
}

/** The team that takes a page point: one that lies there, else one whose pile does. */
export function teamAt(teams: readonly StandingTeam[], point: Point): StandingTeam | undefined {
  return (
    teams.findLast(({ box }) => holds(box, point)) ??
    teams.findLast(({ dock }) => dock.h > 0 && holds(dock, point))
  )
}

/** Where the card of this number (from 0) in the pile under a team stands: its top left corner. */
export function dockedAt(
  { box, stepPx }: Pick<StandingTeam, 'box' | 'stepPx'>,
  number: number,
): { x: number; y: number } {
  return { x: pileLeft(box), y: box.y + box.h + DOCK_GAP_PX + number * stepPx }
}

/** How far below each other so many cards in one pile stand, with so much room above the next team below, px. */
export function pileStepPx(count: number, roomPx = Infinity): number {
  const steps = Math.max(1, count - 1)
  const inRoom = (roomPx - 2 * DOCK_GAP_PX - DOCKED_SIZE_PX.h) / steps
  return Math.min(DOCK_STEP_PX, MOST_DOCK_PX / steps, Math.max(LEAST_STEP_PX, inRoom))
}

function pileLeft({ x, w }: Box): number {
  return x + (w - DOCKED_SIZE_PX.w) / 2
}

function stand(
  { team, placement }: { readonly team: Team; readonly placement: Placement },
  { instance, frame }: StandingTemplate,
): Stood {
  const { w = FALLBACK_PX.w, h = FALLBACK_PX.h } = placement
  const box = { x: frame.x + placement.dx, y: frame.y + placement.dy, w, h }
  return { shapeId: teamShapeId(team.id, instance.id), team, instance, box }
}

/** How far the first team of the same map is that a pile under this one would come down upon. */
function roomBelow({ box, instance }: Stood, living: readonly Stood[]): number {
  const left = pileLeft(box)
  const below = living.filter(
    (one) =>
      one.instance.id === instance.id &&
      one.box.y >= box.y + box.h &&
      one.box.x < left + DOCKED_SIZE_PX.w &&
      one.box.x + one.box.w > left,
  )
  return Math.min(...below.map((one) => one.box.y - box.y - box.h))
}

function withPile(stood: Stood, count: number, roomPx: number): StandingTeam {
  const { box } = stood
  const stepPx = pileStepPx(count, roomPx)
  const bottom = count === 0 ? box.y + box.h : dockedAt({ box, stepPx }, count - 1).y + DOCKED_SIZE_PX.h
  const dock = {
    x: Math.min(box.x, pileLeft(box)),
    y: box.y + box.h,
    w: Math.max(box.w, DOCKED_SIZE_PX.w),
    h: bottom - box.y - box.h,
  }
  return { ...stood, dock, stepPx }
}

/** Cards of deleted initiatives are not drawn: nobody would know what takes a drop there. */
function countDocked(
  board: BoardDocument,
  placements: readonly (readonly [string, Placement | null])[],
): Map<string, number> {
  const counts = new Map<string, number>()
  for (const [key, placement] of placements) {
    const teamId = placement && teamOfTarget(placement.target)
    const ids = teamId && parsePlacementKey(key)
    const initiative = ids && board.initiatives.get(ids.initiativeId)
    if (!initiative || initiative.get('deleted')) continue
    const dock = teamPlacementKey(teamId, ids.instanceId)
    counts.set(dock, (counts.get(dock) ?? 0) + 1)
  }
  return counts
}
