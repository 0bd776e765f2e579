import type { TLBaseShape } from 'tldraw'
import type { InteractionProps } from '@/lib/board/shapes/interaction'
import type { TeamProps } from '@/lib/board/shapes/team'

export type TeamShape = TLBaseShape<'team', TeamProps>
export type InteractionShape = TLBaseShape<'interaction', InteractionProps>

/** Says whether this is a team. */
export function isTeam(shape: { type: string } | undefined | null): shape is TeamShape {
  return shape?.type === 'team'
}

/** Says whether this is an interaction. */
export function isInteraction(shape: { type: string } | undefined | null): shape is InteractionShape {
  return shape?.type === 'interaction'
}
