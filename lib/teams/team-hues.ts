import { comparableName } from './team-name'

/** How many colours tell teams apart; beyond as many teams they repeat. */
export const TEAM_HUE_COUNT = 12

/** A team's name, since when (Unix milliseconds) the board has it, and the hue it was given then, where it was. */
export interface TeamName {
  readonly name: string
  readonly since: number
  readonly hue?: number | undefined
}

/** Which of the hues each team has, by its comparable name. */
export type TeamHues = ReadonlyMap<string, number>

/** Shares no factor with the number of hues, so that every one is come by; neighbours are far apart. */
const STEP = 5

/** Says whether a number is one of the hues. */
export function isHue(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value < TEAM_HUE_COUNT
}

/**
 * Gives every name a hue, and no two the same while there are hues left. A name keeps the hue it was given; two people
 * who named a team each before they heard of the other may have given the same one, and then the later name looks for
 * another. Names without one get theirs oldest first.
 */
export function assignHues(names: readonly TeamName[]): TeamHues {
  const ordered = inOrder(names)
  const hues = new Map<string, number>()
  const uses = countUses([])
  const most = Math.ceil(ordered.length / TEAM_HUE_COUNT)
  for (const [name, { hue }] of ordered) {
    if (hue === undefined || (uses[hue] ?? most) >= most) continue
    hues.set(name, hue)
    uses[hue] = (uses[hue] ?? 0) + 1
  }
  for (const [name, { hue }] of ordered) {
    if (!hues.has(name)) hues.set(name, takeHue(uses, hue ?? name))
  }
  return new Map(ordered.map(([name]) => [name, hues.get(name) ?? 0]))
}

/** How often each hue is had. */
export function countUses(had: Iterable<number>): number[] {
  const uses = new Array<number>(TEAM_HUE_COUNT).fill(0)
  for (const hue of had) uses[hue] = (uses[hue] ?? 0) + 1
  return uses
}

/** One of the hues least had, looked for from a place of the name's own, or from the hue it would rather have. */
export function takeHue(uses: number[], from: string | number): number {
  const least = Math.min(...uses)
  let hue = typeof from === 'number' ? from : placeOf(comparableName(from))
  while (uses[hue] !== least) hue = (hue + STEP) % TEAM_HUE_COUNT
  uses[hue] = least + 1
  return hue
}

/** The hue of the team of this name; null where there is no team, or none the board knows. */
export function hueOf(hues: TeamHues, name: string | undefined): number | null {
  return name === undefined ? null : (hues.get(comparableName(name)) ?? null)
}

type Known = Pick<TeamName, 'since' | 'hue'>

/** Each name once, as comparable, oldest first, with the hue it was given first. */
function inOrder(names: readonly TeamName[]): (readonly [string, Known])[] {
  const known = new Map<string, Known>()
  for (const { name, since, hue } of [...names].sort(byAge)) {
    const comparable = comparableName(name)
    if (comparable === '') continue
    const first = known.get(comparable)
    if (!first) known.set(comparable, { since, hue })
    else if (first.hue === undefined) known.set(comparable, { since: first.since, hue })
  }
  return [...known].sort(
    ([one, { since }], [other, { since: sinceToo }]) => since - sinceToo || (one < other ? -1 : 1),
  )
}

function byAge(one: TeamName, other: TeamName): number {
  return one.since - other.since || (one.hue ?? 0) - (other.hue ?? 0)
}

function placeOf(name: string): number {
  let hash = 0
  for (const character of name) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) >>> 0
  return hash % TEAM_HUE_COUNT
}
