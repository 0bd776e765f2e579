import { computed, type Computed, type Editor } from 'tldraw'

/**
 * Whether the screen shows nothing of the board. An empty board cannot be lost. It reads no further than to the first
 * thing in view, so that it depends on that alone and not on every card that somebody moves.
 */
export function isLostOn(editor: Editor): Computed<boolean> {
  return computed('nothing of the board is in view', () => {
    const view = editor.getViewportPageBounds()
    const ids = editor.getCurrentPageShapeIds()
    for (const id of ids) {
      const bounds = editor.getShapePageBounds(id)
      if (bounds && view.collides(bounds)) return false
    }
    return ids.size > 0
  })
}
