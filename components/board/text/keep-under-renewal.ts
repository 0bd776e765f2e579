import { react, unsafe__withoutCapture } from '@tldraw/state'
import type { BoardClient } from '../board-client'

/** Calls `keep` when the document is given up for a fresh one: from then on its fields take no letters. */
export function keepUnderRenewal(
  { saveState }: Pick<BoardClient, 'saveState'>,
  keep: () => void,
): () => void {
  return react('keep under renewal', () => {
    if (saveState.get().kind === 'renewing') unsafe__withoutCapture(keep)
  })
}
