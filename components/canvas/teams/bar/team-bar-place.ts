import type { Point } from '@/lib/geometry/point'
import type { Size } from '@/lib/geometry/size'
import { coveredEdges } from '../../view/covered-edges'
import { coveredPxOfAll } from '../../view/covered-px'
import type { Edges } from '../../view/edges-in-view'

interface BarGround {
  /** Where the shape lies in the canvas. */
  readonly shape: Edges
  /** What stands around it and is read: teams and cards. */
  readonly others: readonly Edges[]
  readonly bar: Size
  readonly canvas: Size
  /** How high the banners over the canvas are. */
  readonly bannersPx: number
}

const GAP_PX = 12
const EDGE_PX = 8
/** From afar everything is small and near: so far away, in such steps, a better place is looked for. */
const MOST_AWAY_PX = 120
const STEP_PX = 8
/** A px further away is as bad as so many square px of something else that cannot be seen. */
const AWAY_COSTS = 40

/**
 * The upper left corner of a bar that belongs to a shape, all in px of the canvas: above what is seen of the shape, below,
 * right or left of it, as near as it covers little of what is around it; null while the shape is out of sight.
 */
export function teamBarPlace(ground: BarGround): Point | null {
  const { shape, others, bar, canvas } = ground
  const isOut = shape.bottom < 0 || shape.top > canvas.h || shape.right < 0 || shape.left > canvas.w
  if (isOut) return null
  const coverOf = (at: Point, about: readonly Edges[]): number => coveredPxOfAll(at, bar, about)
  const [wished, ...besides] = placesAround(ground, 0)
  if (!wished) return null
  let best = wished
  // A shape that fills the canvas may lie under its own bar.
  let least = coverOf(wished, others)
  for (let away = 0; away <= MOST_AWAY_PX && away * AWAY_COSTS < least; away += STEP_PX) {
    for (const at of away === 0 ? besides : placesAround(ground, away)) {
      const cost = away * AWAY_COSTS + coverOf(at, [shape, ...others])
      if (cost < least) [best, least] = [at, cost]
    }
  }
  return best
}

/** The places so far away beyond the gap, the one that is wished for most first. */
function placesAround({ shape, bar, canvas, bannersPx }: BarGround, away: number): readonly Point[] {
  const covered = coveredEdges(canvas.w, bannersPx)
  const lowest = canvas.h - covered.bottom - bar.h
  const inCanvas = (x: number, y: number): Point => ({
    x: Math.round(Math.max(EDGE_PX, Math.min(x, canvas.w - bar.w - EDGE_PX))),
    y: Math.round(Math.max(covered.top, Math.min(y, lowest))),
  })
  const gap = GAP_PX + away
  const middleX = (Math.max(0, shape.left) + Math.min(canvas.w, shape.right) - bar.w) / 2
  const middleY = (Math.max(0, shape.top) + Math.min(canvas.h, shape.bottom) - bar.h) / 2
  const columns = [middleX, shape.left, shape.right - bar.w]
  const hasRoomAbove = shape.top - GAP_PX - bar.h >= covered.top
  const isWishedAbove = hasRoomAbove || shape.bottom + GAP_PX > lowest
  const above = columns.map((x) => inCanvas(x, shape.top - gap - bar.h))
  const below = columns.map((x) => inCanvas(x, shape.bottom + gap))
  return [
    ...(isWishedAbove ? [...above, ...below] : [...below, ...above]),
    inCanvas(shape.right + gap, middleY),
    inCanvas(shape.left - gap - bar.w, middleY),
  ]
}
