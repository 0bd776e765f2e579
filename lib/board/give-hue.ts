import { comparableName } from '../teams/team-name'
import { countUses, takeHue } from '../teams/team-hues'
import type { BoardDocument } from './layout'
import { listTeams } from './read'
import { readTeamHues } from './read-team-hues'

/** The hue to write beside the name of a team. */
export type GiveHue = (name: string) => number

/**
 * Gives hues to the teams one step names: a name the board knows keeps its own, each new one gets a hue nobody has, as
 * long as there is one. What the board has is read once, when the first name asks.
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
  // A team that waits for its name has a hue already.
  const waiting = listTeams(board).flatMap(({ name, hue }) =>
    comparableName(name) === '' && hue !== undefined ? [hue] : [],
  )
  return { hues, uses: countUses([...hues.values(), ...waiting]) }
}
