import type { TLBaseShape } from 'tldraw'
import type { InteractionProps } from '@/lib/board/shapes/interaction'
import type { TeamProps } from '@/lib/board/shapes/team'

export type TeamShape = TLBaseShape<'team', TeamProps>
export type InteractionShape = TLBaseShape<'interaction', InteractionProps>

/** Two teams of one map, in the order in which they were selected. */
export type TeamPair = readonly [one: TeamShape, other: TeamShape]

/** Says whether this is a team. */
export function isTeam(shape: { type: string } | undefined | null): shape is TeamShape {
  return shape?.type === 'team'
}

/** Says whether this is an interaction. */
export function isInteraction(shape: { type: string } | undefined | null): shape is InteractionShape {
  return shape?.type === 'interaction'
}

/** Two teams of one map, where these shapes are that and nothing else. */
export function pairOf(shapes: readonly { type: string }[]): TeamPair | null {
  const [one, other] = shapes
  if (shapes.length !== 2 || !isTeam(one) || !isTeam(other)) return null
  return one.props.instanceId === other.props.instanceId ? [one, other] : null
}
