import type { InitiativeId, TeamId } from '../../ids'
import { REMOVED, teamOfTarget, type BoardDocument, type Placement } from '../layout'
import { teamFinder } from '../places/teams/workloads'
import { listInitiatives, listTeams, readInitiative, readTeam } from '../read'
import { setUnits } from '../set-units'
import type { Author, Step } from '../step'
import { transactAs } from '../transact'

/** Gives an initiative to a team, by its id and its present name; null takes it away from whatever team it has. */
export function assignTeam(
  board: BoardDocument,
  author: Author,
  { id, teamId }: { id: InitiativeId; teamId: TeamId | null },
): Step {
  if (teamId === null) return setUnits(board, author, { root: 'initiatives', id, units: NO_TEAM })
  const team = readTeam(board, teamId)
  if (!team || team.deleted) return []
  const named = team.name === '' ? {} : { team: team.name, teamHue: team.hue ?? REMOVED }
  const units = { teamId, ...named }
  return setUnits(board, author, { root: 'initiatives', id, units })
}

/**
 * Gives to a team, by reference, the initiatives that are its own by the name of their spreadsheet alone: it keeps them
 * when it is called otherwise.
 */
export function keepNamesakes(board: BoardDocument, author: Author, teamId: TeamId): Step {
  const find = teamFinder(listTeams(board))
  const namesakes = listInitiatives(board).filter(
    (initiative) => initiative.teamId !== teamId && find(initiative)?.id === teamId,
  )
  return transactAs(board, author, () =>
    namesakes.flatMap(({ id }): Step =>
      setUnits(board, author, { root: 'initiatives', id, units: { teamId } }),
    ),
  )
}

const NO_TEAM = { teamId: REMOVED, team: REMOVED, teamHue: REMOVED }

/**
 * Draws the consequence of putting a card down: on a team it belongs to that team, taken off it onto the bare map it
 * belongs to none. `before` is where it stood on the same map, null where it did not.
 */
export function assignAsPlaced(
  board: BoardDocument,
  author: Author,
  placed: { readonly id: InitiativeId; readonly before: Placement | null; readonly after: Placement },
): Step {
  const { id, before, after } = placed
  const teamId = teamOfTarget(after.target)
  if (teamId) return assignTeam(board, author, { id, teamId })
  const left = before && teamOfTarget(before.target)
  if (!left || after.target !== 'frame' || readInitiative(board, id)?.teamId !== left) return []
  return assignTeam(board, author, { id, teamId: null })
}
