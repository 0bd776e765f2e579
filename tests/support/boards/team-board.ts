import { teamPlacementKey, type BoardDocument } from '@/lib/board/layout'
import { addInstance } from '@/lib/board/operations/instances'
import { addTeam } from '@/lib/board/operations/teams'
import { listStandingTeams, type StandingTeam } from '@/lib/board/places/teams/standing-teams'
import type { InstanceId, InteractionId, TeamId } from '@/lib/ids'
import { teamTypeOf, type TeamTypeId } from '@/lib/teams/team-types'
import { authorOf, seededBoard } from './board-builders'

/** The map of teams beside the curves. */
export const MAP = 'map' as InstanceId
const MAP_PLACE = [3_000, 100] as const

export function teamId(text: string): TeamId {
  return text as TeamId
}

export function interactionId(text: string): InteractionId {
  return text as InteractionId
}

/** Stands a map of teams on a board, beside what is there. */
export function standMap(board: BoardDocument, id = MAP): void {
  addInstance(board, authorOf('fay'), { id, templateId: 'team-map', place: MAP_PLACE })
}

/** A board with curves and a map of teams. */
export function boardWithMap(): BoardDocument {
  const board = seededBoard()
  standMap(board)
  return board
}

/** Adds a team, named as its id where no name is given, its top left corner these px from the frame's. */
export function standTeam(
  board: BoardDocument,
  id: string,
  {
    dx,
    dy,
    name = id,
    type = 'stream-aligned',
  }: { dx: number; dy: number; name?: string; type?: TeamTypeId },
): void {
  const at = { dx, dy, ...teamTypeOf(type).size }
  addTeam(board, authorOf('ada'), { id: teamId(id), name, type, instanceId: MAP, at })
}

export function standing(board: BoardDocument, id: string): StandingTeam {
  const found = listStandingTeams(board).find(({ team }) => team.id === id)
  if (!found) throw new Error(`The team ${id} stands nowhere.`)
  return found
}

export function teamKey(id: string): string {
  return teamPlacementKey(teamId(id), MAP)
}
