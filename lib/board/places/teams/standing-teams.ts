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
}

/** Every team on every map, oldest first; `withDeleted` also those that were deleted, where they stood. */
export function listStandingTeams(
  board: BoardDocument,
  { withDeleted = false }: { readonly withDeleted?: boolean } = {},
): StandingTeam[] {
  const maps = new Map(standTemplates(listInstances(board)).map((one) => [one.instance.id as string, one]))
  const placements = [...board.placements.entries()]
  const docked = countDocked(board, placements)
  const teams = placements.flatMap(([key, placement]) => {
    const ids = parsePlacementKey(key)
    const map = ids && maps.get(ids.instanceId)
    // An id that is an initiative's too was forged; its placements are those of the card.
    const team = ids && !board.initiatives.has(ids.initiativeId) ? readTeam(board, ids.initiativeId) : null
    if (!placement || !map?.template.teamMap || !team || (team.deleted && !withDeleted)) return []
    return [stand({ team, placement }, map, docked)]
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
  team: Pick<StandingTeam, 'box'>,
  number: number,
  count: number,
): { x: number; y: number } {
  const { x, y, w, h } = team.box
  return { x: x + (w - DOCKED_SIZE_PX.w) / 2, y: y + h + DOCK_GAP_PX + number * pileStepPx(count) }
}

/** How far below each other so many cards in one pile stand. */
export function pileStepPx(count: number): number {
  return Math.min(DOCK_STEP_PX, MOST_DOCK_PX / Math.max(1, count - 1))
}

function stand(
  { team, placement }: { readonly team: Team; readonly placement: Placement },
  { instance, frame }: StandingTemplate,
  docked: ReadonlyMap<string, number>,
): StandingTeam {
  const { w = FALLBACK_PX.w, h = FALLBACK_PX.h } = placement
  const box = { x: frame.x + placement.dx, y: frame.y + placement.dy, w, h }
  const count = docked.get(teamPlacementKey(team.id, instance.id)) ?? 0
  const bottom = count === 0 ? box.y + h : dockedAt({ box }, count - 1, count).y + DOCKED_SIZE_PX.h
  const left = Math.min(box.x, box.x + (w - DOCKED_SIZE_PX.w) / 2)
  const dock = { x: left, y: box.y + h, w: Math.max(w, DOCKED_SIZE_PX.w), h: bottom - box.y - h }
  return { shapeId: teamShapeId(team.id, instance.id), team, instance, box, dock }
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
