import { comparableName } from '../../teams/team-name'
import { countUses, takeHue } from '../../teams/team-hues'
import type { BoardDocument } from '../layout'
import { readTeam } from '../read'
import { readTeamHues } from './read-team-hues'

/** The hue to write beside the name of a team. */
export type GiveHue = (name: string) => number

/**
 * Gives hues to the teams one step names: a name the board knows keeps its own, each new one gets a hue nobody has or had,
 * as long as there is one. What the board has is read once, when the first name asks. The empty name is always a new one.
 */
export function createGiveHue(board: BoardDocument): GiveHue {
  let known: { readonly hues: Map<string, number>; readonly uses: number[] } | null = null
  return (name) => {
    known ??= readKnown(board)
    const comparable = comparableName(name)
    const own = known.hues.get(comparable)
    if (own !== undefined) return own
    const hue = takeHue(known.uses, name)
    if (comparable !== '') known.hues.set(comparable, hue)
    return hue
  }
}

function readKnown(board: BoardDocument): { hues: Map<string, number>; uses: number[] } {
  const hues = new Map(readTeamHues(board))
  const uses = countUses(hues.values())
  // What is written and not seen may be seen again: of a team deleted, without a name yet, or called as another is.
  const unseen = listWritten(board).filter(({ hue }) => uses[hue] === 0)
  for (const { name, hue } of unseen) {
    if (name !== '' && !hues.has(name)) hues.set(name, hue)
    uses[hue] = 0.5
  }
  return { hues, uses }
}

/** Every hue that is written beside the name of a team, also where the team or the initiative was deleted. */
function listWritten(board: BoardDocument): { readonly name: string; readonly hue: number }[] {
  const teams = [...board.teams.keys()].map((id) => readTeam(board, id))
  const written = [...board.initiatives.values()].map((one) => ({
    name: one.get('team'),
    hue: one.get('teamHue'),
  }))
  return [...teams, ...written].flatMap((one) => {
    if (typeof one?.hue !== 'number') return []
    return { name: typeof one.name === 'string' ? comparableName(one.name) : '', hue: one.hue }
  })
}
