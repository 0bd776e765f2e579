import type { Editor, TLShape, TLShapeId } from 'tldraw'
import { isLaneCard } from '../people/lane-card'
import { isTemplateLayer } from '../shapes/shape-types'

/**
 * Nobody moves, deletes, selects or hovers the template itself, nor the ghost of somebody else's drag. The server
 * refuses such writes anyway; this keeps them from being begun.
 */
export function keepTemplateLayer(editor: Editor): () => void {
  const isFixed = (shape: TLShape | undefined): boolean =>
    shape !== undefined && (isTemplateLayer(shape) || isLaneCard(shape.id))
  const isFree = (id: TLShapeId): boolean => !isFixed(editor.store.get(id))
  const undos = [
    editor.sideEffects.registerBeforeChangeHandler('shape', (before, after, source) =>
      source === 'user' && isFixed(before) ? before : after,
    ),
    editor.sideEffects.registerBeforeDeleteHandler('shape', (shape, source) =>
      source === 'user' && isFixed(shape) ? false : undefined,
    ),
    editor.sideEffects.registerBeforeChangeHandler('instance_page_state', (_before, after) => {
      const selectedShapeIds = after.selectedShapeIds.filter(isFree)
      const hoveredShapeId =
        after.hoveredShapeId && isFree(after.hoveredShapeId) ? after.hoveredShapeId : null
      const isSame =
        selectedShapeIds.length === after.selectedShapeIds.length && hoveredShapeId === after.hoveredShapeId
      return isSame ? after : { ...after, selectedShapeIds, hoveredShapeId }
    }),
  ]
  return () => undos.forEach((undo) => undo())
}
