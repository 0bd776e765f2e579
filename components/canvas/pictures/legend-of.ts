import type { Editor, TLShape } from 'tldraw'
import { teamColor } from '../../board/team-color'
import { factsOf } from '../shapes/card-facts'
import { templateOf } from '../shapes/plot-facts'
import { isCard } from '../shapes/shape-types'
import { instanceOf, isFrame } from './picture-shapes'

export interface LegendEntry {
  readonly name: string
  readonly color: string
}

/** What the colours of the cards in a picture mean, by name; cards of no team are named when others have one. */
export function teamsOf(editor: Editor, shapes: readonly TLShape[]): LegendEntry[] {
  const teams = shapes.filter(isCard).map(({ props }) => factsOf(editor, props).team)
  return toLegend(teams)
}

/** Each team once with its colour, sorted by name, those without a team last. */
export function toLegend(teams: readonly (string | undefined)[]): LegendEntry[] {
  const names = new Map<string, string>()
  for (const team of teams) {
    const name = team?.trim() ?? ''
    if (name && !names.has(name.toLowerCase())) names.set(name.toLowerCase(), name)
  }
  if (names.size === 0) return []
  const entries = [...names.values()]
    .sort((one, other) => one.localeCompare(other, 'en'))
    .map((name) => ({ name, color: teamColor(name) }))
  const hasNone = teams.some((team) => !team?.trim())
  return hasNone ? [...entries, { name: 'no team', color: teamColor(undefined) }] : entries
}

/** Whose work the drawn templates rest on, each said once, but for what is written on a template that is drawn too. */
export function attributionsOf(editor: Editor, shapes: readonly TLShape[]): string[] {
  const framed = new Set(shapes.filter(isFrame).map(({ props }) => props.instanceId))
  const instances = new Set(
    shapes.flatMap((shape) => instanceOf(shape) ?? []).filter((id) => !framed.has(id)),
  )
  const said = [...instances].flatMap((instance) => templateOf(editor, instance)?.teamMap?.attribution ?? [])
  return [...new Set(said)]
}
