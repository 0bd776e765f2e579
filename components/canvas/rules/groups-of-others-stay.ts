import type { Editor, TLGroupShape } from 'tldraw'
import type { Projection } from '../../board/store/projection'
import { replaceMethods } from '../replace-methods'

/**
 * The engine takes a group apart when fewer than two shapes are left in it. Where others left it so, the document still has
 * it, and so has the canvas: taken apart here alone, it would be there for everybody else, and here again tomorrow.
 */
export function keepGroupsOfOthers(editor: Editor, projection: Pick<Projection, 'isEchoing'>): () => void {
  const util = editor.getShapeUtil<TLGroupShape>('group')
  const takeApart = util.onChildrenChange?.bind(util)
  return replaceMethods(util, {
    onChildrenChange: (group) => (projection.isEchoing ? undefined : takeApart?.(group)),
  })
}
