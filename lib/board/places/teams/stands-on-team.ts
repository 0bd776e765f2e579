import type { InitiativeId } from '../../../ids'
import { isTeamMap } from '../../../templates/is-team-map'
import { placementKey, teamOfTarget, type BoardDocument } from '../../layout'
import { listInstances, readInitiative, readPlacement } from '../../read'

/** Says of an initiative, deleted or not, whether a map shows it on the team it belongs to. */
export type StandsOnTeam = (id: InitiativeId) => boolean

/** Reads once what maps the board has. */
export function createStandsOnTeam(board: BoardDocument): StandsOnTeam {
  const maps = listInstances(board).filter(isTeamMap)
  return (id) => {
    const teamId = readInitiative(board, id)?.teamId
    const isThere = (map: (typeof maps)[number]): boolean =>
      teamOfTarget(readPlacement(board, placementKey(id, map.id))?.target ?? '') === teamId
    return teamId !== undefined && maps.some(isThere)
  }
}
