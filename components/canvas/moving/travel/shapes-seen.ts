import type { Editor, TLShapeId } from 'tldraw'

/** What shows no more than this of its edge is not noticed. */
const EDGE_PX = 16

/** Those of these shapes that there are, and whether each can be seen on the screen. */
export function shapesSeen(editor: Editor, ids: readonly string[]): ReadonlyMap<string, boolean> {
  const view = editor.getViewportPageBounds().clone()
  view.expandBy(-EDGE_PX / editor.getZoomLevel())
  const shapes = ids.filter((id) => editor.getShape(id as TLShapeId))
  return new Map(shapes.map((id) => [id, view.collides(editor.getShapePageBounds(id as TLShapeId) ?? view)]))
}
