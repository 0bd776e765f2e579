import type { Editor, TLShapeId } from 'tldraw'

/** Selects what came back, unless a hand or the keyboard is at something else: what was selected is to go on with. */
export function selectReturned(editor: Editor, shapeIds: readonly string[]): void {
  const ids = shapeIds.filter((id) => editor.getShape(id as TLShapeId)) as TLShapeId[]
  const hasKeyboard = editor.getContainer().contains(document.activeElement)
  if (ids.length > 0 && hasKeyboard && editor.isIn('select.idle')) editor.setSelectedShapes(ids)
}
