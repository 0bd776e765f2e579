import type { Editor, TLShape } from 'tldraw'
import type { Edges } from './team-bar-place'

/** Where a shape lies in the canvas, px; null where it has no place. */
export function edgesOf(editor: Editor, shape: TLShape): Edges | null {
  const bounds = editor.getShapePageBounds(shape)
  if (!bounds) return null
  const from = editor.pageToViewport({ x: bounds.minX, y: bounds.minY })
  const to = editor.pageToViewport({ x: bounds.maxX, y: bounds.maxY })
  return { left: from.x, right: to.x, top: from.y, bottom: to.y }
}
