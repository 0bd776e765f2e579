import type { Editor } from 'tldraw'

/** The mark's corner of the canvas, in px from its bottom right, with a little air. */
const CORNER_PX = { wide: { w: 116, h: 52 }, narrow: { w: 20, h: 68 } }
/** Below this width of the canvas the mark stands upright at the edge. */
const NARROW_BELOW_PX = 700

interface CanvasBox {
  readonly left: number
  readonly right: number
  readonly bottom: number
}

/** The upper left corner of the mark in the window (px), for a canvas of this box. */
export function markCorner({ left, right, bottom }: CanvasBox): { left: number; top: number } {
  const { w, h } = right - left < NARROW_BELOW_PX ? CORNER_PX.narrow : CORNER_PX.wide
  return { left: right - w, top: bottom - h }
}

/** The corner of the window (px) where the mark stands, for a canvas of this box. */
export function markPlace(canvas: CanvasBox): Record<string, string> {
  const corner = markCorner(canvas)
  return {
    '--mark-left': `${corner.left}px`,
    '--mark-right': `${canvas.right}px`,
    '--mark-top': `${corner.top}px`,
    '--mark-bottom': `${canvas.bottom}px`,
  }
}

/** Tells the page where the mark stands, so that what lies over the page stays clear of it; answers with the undo. */
export function tellMarkPlace(editor: Editor): () => void {
  const container = editor.getContainer()
  const { style } = container.ownerDocument.documentElement
  const tell = (): void => {
    const places = Object.entries(markPlace(container.getBoundingClientRect()))
    for (const [name, value] of places) style.setProperty(name, value)
  }
  tell()
  const observer = new ResizeObserver(tell)
  observer.observe(container)
  return () => {
    observer.disconnect()
    for (const name of Object.keys(markPlace({ left: 0, right: 0, bottom: 0 }))) style.removeProperty(name)
  }
}
