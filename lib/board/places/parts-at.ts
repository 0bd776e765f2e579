import { nearestOnCurve, type NearestOnCurve } from '../../curves/nearest'
import { holds } from '../../geometry/box'
import type { Point } from '../../geometry/point'
import { curveTarget } from './curve-target'
import { anchorOn, toUnit, type StandingPlot, type StandingTemplate } from './standing'

/** A pin this near to a curve, in unit distance, snaps to it. */
const SNAP_DISTANCE = 0.06

/** Where lines run side by side or cross, a card stays on its own as long as no other is nearer by more than this. */
const LOYALTY_PX = 10

/** What takes a page point. */
export interface Parts {
  /** The last template there is on top. */
  readonly under: StandingTemplate | null
  readonly plot: StandingPlot | null
  /** How far along the curve, where the point is near enough to its line to say so. */
  readonly x: number | null
}

/** Finds what takes a page point; `on` is the target a card stands on so far. */
export function partsAt(standing: readonly StandingTemplate[], point: Point, on?: string): Parts {
  const under = standing.findLast(({ frame }) => holds(frame, point)) ?? null
  if (under?.overlay && holds(under.overlay, point)) return { under, ...nearestLine(under.plots, point, on) }
  const plot = under?.plots.find(({ paper }) => holds(paper, point)) ?? null
  if (!plot || under?.overlay) return { under, plot, x: null }
  const nearest = nearestTo(plot, point)
  return { under, plot, x: nearest.distance <= SNAP_DISTANCE ? nearest.x : null }
}

/** The line among several in one plot that is nearest to the eye; the one the card stands on, where that is a close call. */
function nearestLine(
  plots: readonly StandingPlot[],
  point: Point,
  on: string | undefined,
): { plot: StandingPlot | null; x: number | null } {
  let best: { plot: StandingPlot; x: number; px: number } | null = null
  for (const plot of plots) {
    const { x } = nearestTo(plot, point)
    const anchor = anchorOn(plot, x)
    const away = Math.hypot(anchor.x - point.x, anchor.y - point.y)
    const px = curveTarget(plot.curve) === on ? away - LOYALTY_PX : away
    if (!best || px < best.px) best = { plot, x, px }
  }
  return { plot: best?.plot ?? null, x: best?.x ?? null }
}

function nearestTo(plot: StandingPlot, page: Point): NearestOnCurve {
  return nearestOnCurve(plot.curve, toUnit(plot, page))
}
