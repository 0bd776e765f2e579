import { coveredEdges } from '../covered-edges'

interface Size {
  readonly w: number
  readonly h: number
}

interface BarGround {
  /** Where the shape lies in the canvas. */
  readonly shape: {
    readonly left: number
    readonly right: number
    readonly top: number
    readonly bottom: number
  }
  readonly bar: Size
  readonly canvas: Size
}

const GAP_PX = 12
const EDGE_PX = 8

/**
 * The upper left corner of a bar that belongs to a shape, all in px of the canvas: above what is seen of the shape, below
 * it where there is no room, else over it; null while the shape is out of sight.
 */
export function teamBarPlace({ shape, bar, canvas }: BarGround): { x: number; y: number } | null {
  const isOut = shape.bottom < 0 || shape.top > canvas.h || shape.right < 0 || shape.left > canvas.w
  if (isOut) return null
  const covered = coveredEdges(canvas.w)
  const lowest = canvas.h - covered.bottom - bar.h
  const above = shape.top - GAP_PX - bar.h
  const below = shape.bottom + GAP_PX
  const wished = above >= covered.top || below > lowest ? above : below
  const left = (Math.max(0, shape.left) + Math.min(canvas.w, shape.right) - bar.w) / 2
  return {
    x: Math.round(Math.max(EDGE_PX, Math.min(left, canvas.w - bar.w - EDGE_PX))),
    y: Math.round(Math.max(covered.top, Math.min(wished, lowest))),
  }
}
