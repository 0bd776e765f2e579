import { getPointerInfo, type Editor } from 'tldraw'

/**
 * A press that the browser takes for itself ends where it is: the engine hears of no end, holds on for ever, and nothing that
 * others remove would go from the canvas. And where all words of the page are selected, dragging them is not what is meant.
 */
export function endPressesBrokenOff(editor: Editor): () => void {
  const container = editor.getContainer()
  const page = container.ownerDocument
  const onCancel = (event: PointerEvent): void => {
    if (!editor.inputs.isPointing) return
    const [{ x, y }, screen] = [editor.inputs.currentScreenPoint, editor.getViewportScreenBounds()]
    // Where it was broken off is not said.
    const point = { x: x + screen.x, y: y + screen.y, z: 0 }
    editor.dispatch({
      ...getPointerInfo(event),
      ...{ type: 'pointer', target: 'canvas', name: 'pointer_up', point, button: 0 },
    })
  }
  const onDragStart = (event: DragEvent): void => {
    if (!isInField(event.target)) event.preventDefault()
  }
  page.addEventListener('pointercancel', onCancel)
  container.addEventListener('dragstart', onDragStart)
  return () => {
    page.removeEventListener('pointercancel', onCancel)
    container.removeEventListener('dragstart', onDragStart)
  }
}

/** Who writes may drag words about in what they write. */
function isInField(target: EventTarget | null): boolean {
  const element = target instanceof Element ? target : target instanceof Node ? target.parentElement : null
  return Boolean(element?.closest('input, textarea, [contenteditable="true"]'))
}
