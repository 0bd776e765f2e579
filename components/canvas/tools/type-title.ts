import type { Editor, TLShape } from 'tldraw'

/** Lets the name of the one selected card or team be typed where it stands; says whether it can be. */
export function typeTitle(editor: Editor): boolean {
  const shape = editor.getOnlySelectedShape()
  if (!shape || !editor.getShapeUtil(shape).canEdit(shape)) return false
  typeIn(editor, shape)
  return true
}

/** Lets what this shape says be typed where it stands. */
export function typeIn(editor: Editor, shape: TLShape): void {
  editor.setEditingShape(shape)
  editor.setCurrentTool('select.editing_shape', { target: 'shape', shape })
}
