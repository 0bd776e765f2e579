import { computed, type Computed, type Editor } from 'tldraw'

/** Whether the screen shows nothing of the board. An empty board cannot be lost. */
export function isLostOn(editor: Editor): Computed<boolean> {
  return computed('nothing of the board is in view', () => {
    const board = editor.getCurrentPageBounds()
    if (!board) return false
    const view = editor.getViewportPageBounds()
    if (!view.collides(board)) return true
    return !editor.getCurrentPageShapes().some((shape) => {
      const bounds = editor.getShapePageBounds(shape)
      return bounds !== undefined && view.collides(bounds)
    })
  })
}
