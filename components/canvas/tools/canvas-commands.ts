import { Box, type Editor } from 'tldraw'
import type { CanvasCommand } from '../../board/canvas/canvas-handle'

const COMMANDS: Readonly<Record<CanvasCommand, (editor: Editor) => void>> = {
  duplicate,
  'bring-to-front': (editor) => {
    editor.markHistoryStoppingPoint('bring to front')
    editor.bringToFront(editor.getSelectedShapeIds())
  },
  'send-to-back': (editor) => {
    editor.markHistoryStoppingPoint('send to back')
    editor.sendToBack(editor.getSelectedShapeIds())
  },
  delete: (editor) => {
    const ids = editor.getSelectedShapeIds()
    if (ids.length === 0) return
    editor.markHistoryStoppingPoint('delete')
    editor.deleteShapes(ids)
  },
  'select-all': (editor) => {
    editor.markHistoryStoppingPoint('select all')
    editor.selectAll()
  },
}

/** Does something with the selection, as one step; while a text is typed or something is carried, nothing. */
export function runCommand(editor: Editor, command: CanvasCommand): void {
  const isBusy = editor.getEditingShapeId() !== null || editor.inputs.isPointing
  if (isBusy || editor.menus.hasAnyOpenMenus()) return
  if (!editor.isIn('select')) {
    editor.complete()
    editor.setCurrentTool('select')
  }
  COMMANDS[command](editor)
}

/** The copy lies beside what it was made from, and is what is selected then. */
function duplicate(editor: Editor): void {
  const ids = editor.getSelectedShapeIds()
  const boxes = ids.flatMap((id) => editor.getShapePageBounds(id) ?? [])
  if (boxes.length === 0) return
  editor.markHistoryStoppingPoint('duplicate')
  editor.duplicateShapes(ids, { x: Box.Common(boxes).width + editor.options.adjacentShapeMargin, y: 0 })
}
