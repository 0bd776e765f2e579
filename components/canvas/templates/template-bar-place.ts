import { clamp } from '@/lib/clamp'
import { overlaps, type Box } from '@/lib/geometry/box'
import { coveredEdges } from '../view/covered-edges'

/** No wider than its template, so that the bars of neighbours stay apart; wide enough for its grip and a menu. */
const BAR_PX = { least: 104, named: 156, most: 300, h: 52 } as const
/** Below this a bar with a button for each choice has hardly a letter of the name left. */
const NARROW_BELOW_PX = 240
const GAP_PX = 8
/** A view that made exactly the room there has to be is off by less. */
const ROUNDING_PX = 0.5

/** A template as it is seen, all in px of the canvas. */
export interface BarGround {
  readonly frame: Box
  /** The lines of its heading. */
  readonly words: readonly Box[]
  readonly view: { readonly w: number; readonly h: number }
  /** How high the banners over the canvas are. */
  readonly bannersPx: number
}

/** How far down from the canvas's upper edge a template has to begin for its bar to stand above it. */
export function roomAbovePx(viewWidthPx: number, bannersPx: number): number {
  return coveredEdges(viewWidthPx, bannersPx).top + BAR_PX.h + GAP_PX
}

/**
 * Where the bar of a template stands: above it where there is room, else where it covers neither its heading nor what
 * lies over the canvas.
 */
export function templateBarPlace(ground: BarGround): Box {
  const widest = clamp(ground.frame.w, BAR_PX.least, BAR_PX.most)
  const { x, last } = edgesAt(ground, widest)
  const widths = [widest, Math.min(widest, BAR_PX.named), BAR_PX.least]
  for (const w of widths) {
    const place = freePlace(ground, w)
    if (place) return place
  }
  return sized({ x, y: last }, widest)
}

/** Whether this bar has room for the name of its template, beside its grip and a menu. */
export function isNamedBar({ w }: Box): boolean {
  return w >= BAR_PX.named
}

/** Whether the choices of this bar have to share one button for the name to be read. */
export function isNarrowBar({ w }: Box): boolean {
  return w < NARROW_BELOW_PX
}

function freePlace(ground: BarGround, w: number): Box | undefined {
  const { frame, words, view } = ground
  const { x, top, last } = edgesAt(ground, w)
  const atRight = Math.max(x, Math.min(view.w, frame.x + frame.w) - w - GAP_PX)
  const docked = Math.max(top, frame.y + GAP_PX)
  return [
    { x, y: frame.y - BAR_PX.h - GAP_PX },
    { x: atRight, y: docked },
    { x, y: docked },
    { x, y: frame.y + frame.h + GAP_PX },
    { x, y: last },
    ...words.map((line) => ({ x, y: line.y + line.h })),
  ]
    .map((at) => sized(at, w))
    .find((bar) => bar.y >= top - ROUNDING_PX && bar.y <= last && !words.some((line) => overlaps(bar, line)))
}

/** Where a bar of this width begins along its template, and how high and how low it may stand. */
function edgesAt({ frame, view, bannersPx }: BarGround, w: number): { x: number; top: number; last: number } {
  const { top, bottom } = coveredEdges(view.w, bannersPx)
  const left = Math.max(GAP_PX, frame.x)
  const x = Math.min(left, view.w - w - GAP_PX, Math.max(frame.x, frame.x + frame.w - w))
  return { x, top, last: view.h - bottom - BAR_PX.h }
}

function sized(at: { x: number; y: number }, w: number): Box {
  return { ...at, w, h: BAR_PX.h }
}
