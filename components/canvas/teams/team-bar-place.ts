import type { Point } from '@/lib/curves/curve'
import { coveredEdges } from '../covered-edges'
import { coveredPx } from '../covered-px'
import type { Edges } from '../edges-in-view'

export interface Size {
  readonly w: number
  readonly h: number
}

interface BarGround {
  /** Where the shape lies in the canvas. */
  readonly shape: Edges
  /** The teams around it. */
  readonly others: readonly Edges[]
  readonly bar: Size
  readonly canvas: Size
  /** Everything is so small that the bar would bury it wherever it stood. */
  readonly isFar: boolean
  /** How high the banners over the canvas are. */
  readonly bannersPx: number
}

const GAP_PX = 12
const EDGE_PX = 8

/**
 * The upper left corner of a bar that belongs to a shape, all in px of the canvas: above what is seen of the shape, below,
 * right or left of it, where it covers least of the teams; from afar above the tools; null while the shape is out of sight.
 */
export function teamBarPlace(ground: BarGround): Point | null {
  const { shape, others, bar, canvas, isFar, bannersPx } = ground
  const isOut = shape.bottom < 0 || shape.top > canvas.h || shape.right < 0 || shape.left > canvas.w
  if (isOut) return null
  const covered = coveredEdges(canvas.w, bannersPx)
  const lowest = canvas.h - covered.bottom - bar.h
  const inCanvas = (x: number, y: number): Point => ({
    x: Math.round(Math.max(EDGE_PX, Math.min(x, canvas.w - bar.w - EDGE_PX))),
    y: Math.round(Math.max(covered.top, Math.min(y, lowest))),
  })
  if (isFar) return inCanvas((canvas.w - bar.w) / 2, lowest)
  const middleX = (Math.max(0, shape.left) + Math.min(canvas.w, shape.right) - bar.w) / 2
  const middleY = (Math.max(0, shape.top) + Math.min(canvas.h, shape.bottom) - bar.h) / 2
  const above = inCanvas(middleX, shape.top - GAP_PX - bar.h)
  const below = inCanvas(middleX, shape.bottom + GAP_PX)
  const hasRoomAbove = shape.top - GAP_PX - bar.h >= covered.top
  const isWishedAbove = hasRoomAbove || shape.bottom + GAP_PX > lowest
  const besides = [
    isWishedAbove ? below : above,
    inCanvas(shape.right + GAP_PX, middleY),
    inCanvas(shape.left - GAP_PX - bar.w, middleY),
  ]
  const costOf = (at: Point, teams: readonly Edges[]): number =>
    teams.reduce((px, team) => px + coveredPx(at, bar, team), 0)
  let best = isWishedAbove ? above : below
  // A shape that fills the canvas may lie under its own bar.
  let least = costOf(best, others)
  for (const at of besides) {
    const cost = costOf(at, [shape, ...others])
    if (cost < least) [best, least] = [at, cost]
  }
  return best
}
