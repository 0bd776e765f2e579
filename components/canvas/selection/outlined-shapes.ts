import type { Editor, TLShapeId } from 'tldraw'

const AT_REST = ['select.idle', 'select.editing_shape']
const CHOOSING = [
  'select.brushing',
  'select.scribble_brushing',
  'select.pointing_shape',
  'select.pointing_selection',
  'select.pointing_handle',
]

type Outlining = Pick<
  Editor,
  'getHoveredShapeId' | 'getInstanceState' | 'getSelectedShapeIds' | 'getShape' | 'isInAny'
>

/** The shapes that wear an outline, as the engine has it: what is selected, and at rest what a mouse points at. */
export function outlinedShapes(editor: Outlining): readonly TLShapeId[] {
  const { isChangingStyle, isHoveringCanvas, isCoarsePointer } = editor.getInstanceState()
  const isAtRest = editor.isInAny(...AT_REST)
  if (isChangingStyle || !(isAtRest || editor.isInAny(...CHOOSING))) return []
  const ids = new Set(editor.getSelectedShapeIds())
  const hovered = isAtRest && isHoveringCanvas && !isCoarsePointer ? editor.getHoveredShapeId() : null
  if (hovered) ids.add(hovered)
  return [...ids].filter((id) => editor.getShape(id) !== undefined)
}
