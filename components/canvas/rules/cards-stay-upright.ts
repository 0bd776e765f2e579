import type { Editor, TLShape } from 'tldraw'
import { isCard } from '../shapes/shape-types'
import { isInteraction, isTeam } from '../teams/team-shapes'

/**
 * Cards, teams and the interactions that point nowhere have a place and nothing else: turning a selection moves them
 * but leaves them upright.
 */
export function keepCardsUpright(editor: Editor): () => void {
  return editor.sideEffects.registerBeforeChangeHandler('shape', (_before, after, source) =>
    source === 'user' && after.rotation !== 0 && isUpright(after) ? { ...after, rotation: 0 } : after,
  )
}

function isUpright(shape: TLShape): boolean {
  return isCard(shape) || isTeam(shape) || (isInteraction(shape) && shape.props.mode !== 'x-as-a-service')
}
