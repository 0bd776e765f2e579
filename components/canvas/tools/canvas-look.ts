import { computed, DefaultColorStyle, DefaultSizeStyle, type Editor } from 'tldraw'
import {
  CANVAS_COLORS,
  CANVAS_SIZES,
  type CanvasLook,
  type CanvasStyling,
} from '../../board/canvas/canvas-styles'
import { clientOf } from '../session/store-client'
import { chooseNextColor } from './paper-and-ink'

/** The colour and size of what is selected, or of what comes next, and the way to change them. */
export function createStyling(editor: Editor): CanvasStyling {
  return {
    look: computed<CanvasLook | null>('look', () => readLook(editor), { isEqual: sameLook }),
    setLook: ({ color, size }) => {
      if (!clientOf(editor).canEdit.get()) return
      editor.markHistoryStoppingPoint('look')
      editor.run(() => {
        if (editor.isIn('select')) {
          if (color) editor.setStyleForSelectedShapes(DefaultColorStyle, color)
          if (size) editor.setStyleForSelectedShapes(DefaultSizeStyle, size)
        }
        if (color) chooseNextColor(editor, isOfNotes(editor) ? 'paper' : 'ink', color)
        if (size) editor.setStyleForNextShapes(DefaultSizeStyle, size)
      })
    },
  }
}

function readLook(editor: Editor): CanvasLook | null {
  if (!clientOf(editor).canEdit.get()) return null
  const styles = editor.getSharedStyles()
  const color = styles.get(DefaultColorStyle)
  const size = styles.get(DefaultSizeStyle)
  if (!color) return null
  return {
    color: CANVAS_COLORS.find((one) => color.type === 'shared' && one.color === color.value)?.color ?? null,
    size: CANVAS_SIZES.find((one) => size?.type === 'shared' && one.size === size.value)?.size ?? null,
    isNote: isOfNotes(editor),
  }
}

function isOfNotes(editor: Editor): boolean {
  if (!editor.isIn('select')) return editor.isIn('note')
  return editor.getSelectedShapes().every(({ type }) => type === 'note')
}

function sameLook(one: CanvasLook | null, other: CanvasLook | null): boolean {
  if (!one || !other) return one === other
  return one.color === other.color && one.size === other.size && one.isNote === other.isNote
}
