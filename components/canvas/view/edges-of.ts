import type { Editor, TLShape } from 'tldraw'
import { edgesInView, type Edges } from './edges-in-view'

/** Where a shape lies in the canvas, px; null where it has no place. */
export function edgesOf(editor: Editor, shape: TLShape): Edges | null {
  const bounds = editor.getShapePageBounds(shape)
  return bounds ? edgesInView(editor, bounds) : null
}
