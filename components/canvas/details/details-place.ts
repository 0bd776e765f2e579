import { clamp } from '@/lib/clamp'
import type { Point } from '@/lib/geometry/point'
import type { Size } from '@/lib/geometry/size'
import { coveredEdges } from '../view/covered-edges'
import { coveredPxOfAll } from '../view/covered-px'
import type { Edges } from '../view/edges-in-view'

interface DetailsGround {
  /** The selected cards, all of them in one box. */
  readonly cards: Edges
  /** The other cards on the board. */
  readonly others: readonly Edges[]
  /** The names of people above what they hold. */
  readonly names: readonly Edges[]
  readonly button: Size
  readonly canvas: Size
}

const GAP_PX = 6
/** A name that cannot be read is worse than any card of which something is covered. */
const NAME_COSTS = 1_000

/**
 * The upper left corner of the button that belongs to selected cards, all in px of the canvas: outside of their upper
 * right corner, beside them, under or above them, else left of them, where it covers least of the others; at the edge
 * where they fill the canvas; null while they are out of sight.
 */
export function detailsPlace({ cards, others, names, button, canvas }: DetailsGround): Point | null {
  const { left, right, top, bottom } = cards
  if (right < 0 || left > canvas.w || bottom < 0 || top > canvas.h) return null
  const furthest = canvas.w - button.w - GAP_PX
  // What stands along the edges, the mark among it, stays free.
  const covered = coveredEdges(canvas.w)
  const lowest = canvas.h - covered.bottom - button.h
  const inRow = Math.round(clamp(top, covered.top, Math.max(covered.top, lowest)))
  const inColumn = Math.round(clamp(right - button.w, GAP_PX, Math.max(GAP_PX, furthest)))
  const wished = [
    { x: Math.round(right) + GAP_PX, y: inRow },
    { x: inColumn, y: Math.round(bottom) + GAP_PX },
    { x: inColumn, y: Math.round(top) - GAP_PX - button.h },
    { x: Math.round(left) - GAP_PX - button.w, y: inRow },
  ].filter(({ x, y }) => x >= GAP_PX && x <= furthest && y >= covered.top && y <= lowest)
  let best: Point = { x: Math.max(GAP_PX, furthest), y: inRow }
  let least = Infinity
  for (const at of wished) {
    const cost = coveredPxOfAll(at, button, others) + NAME_COSTS * coveredPxOfAll(at, button, names)
    if (cost < least) [best, least] = [at, cost]
  }
  return best
}
