import type { Editor, TLShapeId } from 'tldraw'
import { isTeam } from '../teams/team-shapes'

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
  | 'getEditingShapeId'
  | 'getHoveredShapeId'
  | 'getInstanceState'
  | 'getSelectedShapeIds'
  | 'getShape'
  | 'isInAny'
>

/**
 * The shapes that wear an outline, as the engine has it: what is selected, and at rest what a mouse points at. Not a
 * team whose name is typed: the outline would be drawn through the letters.
 */
export function outlinedShapes(editor: Outlining): readonly TLShapeId[] {
  const { isChangingStyle, isHoveringCanvas, isCoarsePointer } = editor.getInstanceState()
  const isAtRest = editor.isInAny(...AT_REST)
  if (isChangingStyle || !(isAtRest || editor.isInAny(...CHOOSING))) return []
  const ids = new Set(editor.getSelectedShapeIds())
  const hovered = isAtRest && isHoveringCanvas && !isCoarsePointer ? editor.getHoveredShapeId() : null
  if (hovered) ids.add(hovered)
  const typedIn = editor.getEditingShapeId()
  return [...ids].filter((id) => {
    const shape = editor.getShape(id)
    return shape !== undefined && !(id === typedIn && isTeam(shape))
  })
}
