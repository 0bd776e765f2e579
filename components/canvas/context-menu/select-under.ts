import type { Editor, TLShape, VecLike } from 'tldraw'
import { isCard } from '../shapes/shape-types'

/** Selects what lies under this page point, unless it is selected already; where nothing does, nothing is selected. */
export function selectUnder(editor: Editor, point: VecLike): void {
  const hit = editor.getShapeAtPoint(point, {
    margin: editor.options.hitTestMargin / editor.getZoomLevel(),
    hitLabels: true,
    hitFrameInside: true,
    renderingOnly: true,
  })
  if (hit) selectHit(editor, hit)
  else if (!isInFrame(editor, point)) editor.selectNone()
}

function selectHit(editor: Editor, hit: TLShape): void {
  const selected = editor.getSelectedShapeIds()
  const shape = editor.getOutermostSelectableShape(hit, ({ id }) => !selected.includes(id))
  const isInSelection = ({ id }: { readonly id: TLShape['id'] }): boolean => selected.includes(id)
  if (isInSelection(shape) || editor.findShapeAncestor(shape, isInSelection)) return
  editor.markHistoryStoppingPoint('select')
  editor.select(shape.id)
}

/** Where a frame is shown around what is selected, its gaps and hollows count as selected too. */
function isInFrame(editor: Editor, point: VecLike): boolean {
  const selected = editor.getSelectedShapes()
  const only = editor.getOnlySelectedShape()
  const isFramed = only ? !editor.getShapeUtil(only).hideSelectionBoundsBg(only) : !selected.every(isCard)
  return isFramed && editor.getSelectionPageBounds()?.containsPoint(point) === true
}
