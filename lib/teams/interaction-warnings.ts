import type { InteractionModeId } from './interaction-modes'
import type { TeamTypeId } from './team-types'

/** What is to be said about an interaction, as quiet remarks; nothing is forbidden. */
export function interactionWarnings(given: {
  readonly mode: InteractionModeId
  /** The type of the team that provides, where it is known. */
  readonly from: TeamTypeId | null
  readonly stretched: boolean
}): readonly string[] {
  const { mode, from, stretched } = given
  const providesFromStream = mode === 'x-as-a-service' && from === 'stream-aligned'
  return [
    ...(stretched ? ['Stretched: its teams are far apart'] : []),
    ...(providesFromStream ? ['A stream-aligned team provides this: could a platform?'] : []),
  ]
}
