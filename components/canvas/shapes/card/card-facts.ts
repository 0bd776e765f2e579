import type { Editor } from 'tldraw'
import { curveOfTarget } from '@/lib/board/places/curve-target'
import type { Curve } from '@/lib/curves/curve'
import { readingOf } from '@/lib/curves/reading'
import type { InitiativeId } from '@/lib/ids'
import { CANVAS_INSTANCE, teamOfTarget } from '@/lib/board/layout'
import type { CardProps } from '@/lib/board/shapes/card'
import { hueOf } from '@/lib/teams/team-hues'
import { theTeam } from '@/lib/teams/team-name'
import type { TeamTypeId } from '@/lib/teams/team-types'
import { clientOf } from '../../session/store-client'
import { templateOf } from '../plot/plot-facts'

/** What a card tells about its initiative. */
export interface CardFacts {
  readonly title: string
  readonly team: string | undefined
  /** Which of the teams' colours its team has; null without one. */
  readonly teamHue: number | null
  readonly owner: string | undefined
  /** The type of its team, where the team is on this board. */
  readonly teamType: TeamTypeId | null
  readonly curve: Curve | null
  /** Its curve shares one plot with others: then it says which line is its own. */
  readonly isOnSharedPlot: boolean
  /** The whole reading, as a sentence; empty off the curves. */
  readonly reading: string
  /** The few words of the quiet row. */
  readonly said: string
  /** Where the card stands, in words. */
  readonly where: string
}

/** Reads what a card shows; called inside a reactive scope it follows every change of the initiative. */
export function factsOf(editor: Editor, props: CardProps): CardFacts {
  const client = clientOf(editor)
  const initiative = client.view.initiative(props.initiativeId as InitiativeId).get()
  const curve = curveOfTarget(props.target)
  const reading = curve ? readingOf(curve, props.x ?? undefined) : ''
  const team = initiative?.team
  return {
    ...lineFactsOf(editor, props),
    title: initiative?.title ?? '',
    team,
    teamHue: hueOf(client.view.teamHues.get(), team),
    owner: initiative?.owner,
    teamType: client.view.teamOf(props.initiativeId as InitiativeId).get()?.type ?? null,
    reading,
    said: curve ? wordsOn(curve, props.x) : (team ?? ''),
    where: whereOf(editor, props, curve),
  }
}

/** Reads by which line a card stands. */
export function lineFactsOf(
  editor: Editor,
  { target, instanceId }: CardProps,
): Pick<CardFacts, 'curve' | 'isOnSharedPlot'> {
  const curve = curveOfTarget(target)
  return { curve, isOnSharedPlot: curve !== null && templateOf(editor, instanceId)?.overlay !== undefined }
}

function wordsOn(curve: Curve, x: number | null): string {
  return x === null ? `On ${curve.letter}, not sure where` : inShort(readingOf(curve, x))
}

/** A reading's first sentence as it fits a card beside the badge of a team: no full stop, one percent sign for two numbers. */
export function inShort(reading: string): string {
  const end = reading.search(/\.(\s|$)/)
  const first = end < 0 ? reading : reading.slice(0, end)
  return first.replace(/100\u00a0%$/, 'all').replace(/\u00a0%(?=.*\u00a0%)/, '')
}

function whereOf(editor: Editor, props: CardProps, curve: Curve | null): string {
  if (curve) return `on the curve “${curve.name}”`
  const teamId = teamOfTarget(props.target)
  if (teamId) return `on ${theTeam(clientOf(editor).view.team(teamId).get()?.name ?? '')}`
  if (props.instanceId === (CANVAS_INSTANCE as string)) return 'on the canvas'
  const name = templateOf(editor, props.instanceId)?.name
  return name ? `in “${name}”, on no curve` : 'on no curve'
}
