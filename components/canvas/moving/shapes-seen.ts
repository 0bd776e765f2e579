import type { Editor } from 'tldraw'

/** What shows no more than this of its edge is not noticed. */
const EDGE_PX = 16

/** Every shape there is, and whether it can be seen on the screen. */
export function shapesSeen(editor: Editor): ReadonlyMap<string, boolean> {
  const view = editor.getViewportPageBounds().clone()
  view.expandBy(-EDGE_PX / editor.getZoomLevel())
  const shapes = [...editor.getCurrentPageShapeIds()]
  return new Map(shapes.map((id) => [id, view.collides(editor.getShapePageBounds(id) ?? view)]))
}
