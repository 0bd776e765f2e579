import { T } from '@tldraw/validate'
import { INTERACTION_MODE_IDS, type InteractionModeId } from '../../teams/interaction-modes'

/**
 * How two teams of a map work with each other. Its place follows from theirs: `dx`, `dy` (px) are from the middle
 * between them to its centre.
 */
export const interactionProps = {
  w: T.positiveNumber,
  h: T.positiveNumber,
  interactionId: T.string,
  instanceId: T.string,
  mode: T.literalEnum(...INTERACTION_MODE_IDS),
  fromId: T.string,
  toId: T.string,
  dx: T.number,
  dy: T.number,
  stretched: T.boolean,
}

export interface InteractionProps {
  w: number
  h: number
  interactionId: string
  instanceId: string
  mode: InteractionModeId
  fromId: string
  toId: string
  dx: number
  dy: number
  stretched: boolean
}
