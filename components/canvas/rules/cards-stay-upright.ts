import type { Editor } from 'tldraw'
import { isCard } from '../shapes/shape-types'

/** A card has a place and nothing else: turning a selection moves its cards but leaves them upright. */
export function keepCardsUpright(editor: Editor): () => void {
  return editor.sideEffects.registerBeforeChangeHandler('shape', (_before, after, source) =>
    source === 'user' && isCard(after) && after.rotation !== 0 ? { ...after, rotation: 0 } : after,
  )
}
