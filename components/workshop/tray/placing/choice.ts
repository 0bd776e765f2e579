import type { Team } from '@/lib/board/layout'
import type { Curve } from '@/lib/curves/curve'
import type { InitiativeId, InstanceId } from '@/lib/ids'
import { theTeam } from '@/lib/teams/team-name'
import type { BoardClient } from '../../../board/board-client'

/** A place that was picked by its name: along a curve, `x` null where nobody is sure yet, or on a team. */
export type Choice = { readonly instanceId: InstanceId } & (
  | { readonly curve: Curve; readonly x: number | null; readonly words: string }
  | { readonly team: Pick<Team, 'id' | 'name'> }
)

/** Puts an initiative where somebody said. */
export function placeAsChosen({ commands }: BoardClient, id: InitiativeId, choice: Choice): void {
  const { instanceId } = choice
  if ('team' in choice) return commands.placeOnTeam(id, instanceId, choice.team.id)
  const { curve, x } = choice
  commands.placeOnCurve(id, instanceId, { curveId: curve.id, ...(x !== null && { x }) })
}

/** The place in words that go on from `“A card” is`. */
export function choiceWords(choice: Choice): string {
  if ('team' in choice) return `on ${theTeam(choice.team.name)}`
  return `on ${choice.curve.name}, ${choice.words}`
}
