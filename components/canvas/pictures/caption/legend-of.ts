import type { Editor, TLShape } from 'tldraw'
import { comparableName } from '@/lib/teams/team-name'
import { teamColor, type TeamColors } from '../../../board/colors/team-color'
import { factsOf } from '../../shapes/card/card-facts'
import { templateOf } from '../../shapes/plot/plot-facts'
import { isCard } from '../../shapes/shape-types'
import { asterisksOf } from '../../teams/asterisks-of'
import { isInteraction } from '../../teams/team-shapes'
import { notationOf, type NotationEntry } from './notation-of'
import { instanceOf, isFrame } from '../picture-shapes'

interface ColorEntry {
  readonly name: string
  readonly color: string
}

export type LegendEntry = ColorEntry | NotationEntry

/** What belongs together in a legend, and what it is about. */
export interface LegendGroup {
  readonly label: string
  readonly entries: readonly LegendEntry[]
}

/** A team as it is seen on a card. */
interface SeenTeam {
  readonly team: string | undefined
  readonly teamHue: number | null
}

/** What the shapes of teams and the colours of cards in a picture mean, by name; only what is in it. */
export function legendOf(editor: Editor, shapes: readonly TLShape[], colors: TeamColors): LegendGroup[] {
  const cards = shapes.filter(isCard).map(({ props }) => factsOf(editor, props))
  const { teams, interactions } = notationOf(
    shapes,
    cards.flatMap(({ teamType }) => teamType ?? []),
  )
  return [
    { label: 'Teams', entries: teams },
    { label: 'Interactions', entries: interactions },
    { label: 'Strip on a card: its team', entries: toLegend(cards, colors) },
  ].filter(({ entries }) => entries.length > 0)
}

/**
 * Each colour once with all teams that wear it, sorted by name, those without a team last: where there are more teams
 * than colours, one that several share is said to be theirs.
 */
export function toLegend(cards: readonly SeenTeam[], colors: TeamColors): ColorEntry[] {
  const teams = new Map<string, ColorEntry>()
  for (const { team, teamHue } of cards) {
    const name = team?.trim() ?? ''
    const key = comparableName(name)
    if (key !== '' && !teams.has(key)) teams.set(key, { name, color: teamColor(teamHue, colors) })
  }
  if (teams.size === 0) return []
  const names = new Map<string, string[]>()
  for (const { name, color } of [...teams.values()].sort(byName)) {
    names.set(color, [...(names.get(color) ?? []), name])
  }
  const entries = [...names].map(([color, sharing]) => ({ name: sharing.join(', '), color }))
  const hasNone = cards.some(({ team }) => !team?.trim())
  return hasNone ? [...entries, { name: 'no team', color: teamColor(null, colors) }] : entries
}

function byName(one: ColorEntry, other: ColorEntry): number {
  return one.name.localeCompare(other.name, 'en')
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

/** What marks in the drawing mean that stand for themselves, as lines under a legend. */
export function notesOf(editor: Editor, shapes: readonly TLShape[]): string[] {
  const hasAsterisks = shapes.filter(isInteraction).some((shape) => asterisksOf(editor, shape).length > 0)
  return hasAsterisks ? ['* Takes part in an interaction that lies over other teams too.'] : []
}
