import { react, type Editor } from 'tldraw'
import { replaceMethods } from '../replace-methods'
import { openedMenu, openMenuAt, readyForMenu } from './opened-menu'
import { selectUnder } from './select-under'

const TYPED_IN = 'input, textarea, [contenteditable="true"]'

/**
 * A right click opens the menu of what lies under the pointer, which is selected first; answers with the undo. A long
 * press is left to the finger that begins to drag, and a text that is typed keeps the browser's own menu.
 */
export function bindRightClick(editor: Editor): () => void {
  const container = editor.getContainer()
  const onContextMenu = (event: MouseEvent): void => {
    if (!isOnCanvas(event.target)) return
    event.preventDefault()
    if ('pointerType' in event && event.pointerType === 'touch') return
    // On a Mac it may have begun as a press with Ctrl.
    if (event.ctrlKey && editor.inputs.isPointing && !editor.inputs.isDragging) editor.cancel()
    else if (!readyForMenu(editor)) return
    const at = { x: event.clientX, y: event.clientY }
    selectUnder(editor, editor.screenToPage(at))
    openMenuAt(editor, at)
  }
  container.addEventListener('contextmenu', onContextMenu)
  const undos = [keepEngineFromSelecting(editor), closeWithSelection(editor)]
  return () => {
    undos.forEach((undo) => undo())
    container.removeEventListener('contextmenu', onContextMenu)
    openedMenu(editor).set(null)
  }
}

function isOnCanvas(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false
  return target.closest('.tl-canvas') !== null && target.closest(TYPED_IN) === null
}

/** The engine selects what it last saw under the pointer, a moment late, which may be something else by then. */
function keepEngineFromSelecting(editor: Editor): () => void {
  const idle = editor.getStateDescendant('select.idle')
  if (!idle) return () => undefined
  return replaceMethods(idle, { onRightClick: () => undefined })
}

/** A menu is about what was selected when it opened: where that goes, so does the menu. */
function closeWithSelection(editor: Editor): () => void {
  let about: string | null = null
  return react('a menu closes with its selection', () => {
    const selected = editor.getSelectedShapeIds().join(' ')
    const isOpen = openedMenu(editor).get() !== null
    if (isOpen && about !== null && about !== selected) openedMenu(editor).set(null)
    about = isOpen ? selected : null
  })
}
