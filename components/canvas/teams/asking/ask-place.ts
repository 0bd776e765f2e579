import type { Point } from '@/lib/geometry/point'
import type { Size } from '@/lib/geometry/size'
import { coveredEdges } from '../../view/covered-edges'
import { coveredPxOfAll } from '../../view/covered-px'
import { edgesAround } from '../../view/edges-around'
import type { Edges } from '../../view/edges-in-view'

interface AskGround {
  /** What is asked about: the interaction that stands already and the teams it is likely about. */
  readonly about: readonly Edges[]
  /** The other teams of the map, and its heading. */
  readonly others: readonly Edges[]
  readonly form: Size
  readonly canvas: Size
  /** How high the banners over the canvas are. */
  readonly bannersPx: number
}

const GAP_PX = 16
const EDGE_PX = 16
/** To lie over what is asked about is as bad as to lie over so many other teams. */
const ABOUT_WEIGHT = 20

/**
 * The upper left corner of the question which teams an interaction joins, all in px of the canvas: beside the first of what
 * it asks about, beside all of it, or in a corner, wherever it covers least.
 */
export function askPlace({ about, others, form, canvas, bannersPx }: AskGround): Point {
  const { top, bottom } = coveredEdges(canvas.w, bannersPx)
  const rightmost = canvas.w - form.w - EDGE_PX
  const lowest = Math.max(top, canvas.h - bottom - form.h)
  const inCanvas = ({ x, y }: Point): Point => ({
    x: Math.round(Math.max(EDGE_PX, Math.min(x, rightmost))),
    y: Math.round(Math.max(top, Math.min(y, lowest))),
  })
  const costOf = (at: Point): number =>
    ABOUT_WEIGHT * coveredPxOfAll(at, form, about) + coveredPxOfAll(at, form, others)
  const [first] = about
  const all = edgesAround(about)
  const around = first && all ? [...beside(first, form), ...beside(all, form)] : []
  const corners = [EDGE_PX, rightmost].flatMap((x) => [top, lowest].map((y) => ({ x, y })))
  let best = { x: rightmost, y: top }
  let least = Infinity
  for (const place of [...around, best, ...corners].map(inCanvas)) {
    const cost = costOf(place)
    if (cost < least) [best, least] = [place, cost]
  }
  return best
}

/** Right, left, below and above of a shape. */
function beside({ left, right, top, bottom }: Edges, { w, h }: Size): Point[] {
  const [x, y] = [(left + right - w) / 2, (top + bottom - h) / 2]
  return [
    { x: right + GAP_PX, y },
    { x: left - GAP_PX - w, y },
    { x, y: bottom + GAP_PX },
    { x, y: top - GAP_PX - h },
  ]
}
