import { assignHues, type TeamHues } from '../../teams/team-hues'
import type { BoardDocument } from '../layout'
import { listInitiatives, listTeams } from '../read'

/**
 * Which hue each team of a board has: those on its maps, and those that initiatives only name. Everybody reads the same
 * out of the same document.
 */
export function readTeamHues(board: BoardDocument): TeamHues {
  // What was given to a team on the board is no older word for it: putting an old card on a new team recolours nobody.
  const named = listInitiatives(board).flatMap(({ team, teamId, teamHue, createdAt }) =>
    team === undefined || teamId !== undefined ? [] : [{ name: team, since: createdAt, hue: teamHue }],
  )
  const standing = listTeams(board).map(({ name, createdAt, hue }) => ({ name, since: createdAt, hue }))
  return assignHues([...named, ...standing])
}
