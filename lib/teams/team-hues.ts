import { comparableName } from './team-name'

/** How many colours tell teams apart; beyond as many teams they repeat. */
export const TEAM_HUE_COUNT = 12

/** A team's name, and since when (Unix milliseconds) the board has it. */
export interface TeamName {
  readonly name: string
  readonly since: number
}

/** Which of the hues each team has, by its comparable name. */
export type TeamHues = ReadonlyMap<string, number>

/** Shares no factor with the number of hues, so that every one is come by; neighbours are far apart. */
const STEP = 5

/**
 * Gives every name a hue, the oldest first, and no two the same while there are hues left; a later name changes none of
 * those before it. A name looks for a hue from a place of its own: where one is gone, few others change.
 */
export function assignHues(names: readonly TeamName[]): TeamHues {
  const hues = new Map<string, number>()
  const uses = new Array<number>(TEAM_HUE_COUNT).fill(0)
  for (const name of inOrder(names)) {
    const least = Math.min(...uses)
    let hue = placeOf(name)
    while (uses[hue] !== least) hue = (hue + STEP) % TEAM_HUE_COUNT
    uses[hue] = least + 1
    hues.set(name, hue)
  }
  return hues
}

/** The hue of the team of this name; null where there is no team, or none the board knows. */
export function hueOf(hues: TeamHues, name: string | undefined): number | null {
  return name === undefined ? null : (hues.get(comparableName(name)) ?? null)
}

/** Each name once, as comparable, oldest first. */
function inOrder(names: readonly TeamName[]): string[] {
  const first = new Map<string, number>()
  for (const { name, since } of names) {
    const known = comparableName(name)
    if (known !== '') first.set(known, Math.min(since, first.get(known) ?? Infinity))
  }
  const dated = [...first].sort(
    ([one, since], [other, sinceToo]) => since - sinceToo || (one < other ? -1 : 1),
  )
  return dated.map(([name]) => name)
}

function placeOf(name: string): number {
  let hash = 0
  for (const character of name) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) >>> 0
  return hash % TEAM_HUE_COUNT
}
