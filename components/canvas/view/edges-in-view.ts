import type { Editor } from 'tldraw'

/** A box of the canvas by its edges, px. */
export interface Edges {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** A box of the page by its edges, page px. */
export interface PageBounds {
  readonly minX: number
  readonly minY: number
  readonly maxX: number
  readonly maxY: number
}

/** Where a box of the page is seen in the canvas. */
export function edgesInView(editor: Editor, { minX, minY, maxX, maxY }: PageBounds): Edges {
  const from = editor.pageToViewport({ x: minX, y: minY })
  const to = editor.pageToViewport({ x: maxX, y: maxY })
  return { left: from.x, right: to.x, top: from.y, bottom: to.y }
}
