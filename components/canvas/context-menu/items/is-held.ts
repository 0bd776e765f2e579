import type { Editor, TLShape } from 'tldraw'
import { holderOf } from '../../rules/holder-of'
import { clientOf } from '../../session/store-client'

/** Says whether somebody else's hand is on one of these: they can neither be moved nor taken away until it lets go. */
export function isHeld(editor: Editor, shapes: readonly TLShape[]): boolean {
  const client = clientOf(editor)
  return shapes.some((shape) => holderOf(client, shape) !== null)
}
