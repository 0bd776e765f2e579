import type { Box } from '@/lib/geometry/box'
import type { Point } from '@/lib/geometry/point'

/** Below this zoom a card's title is a strain to read on any screen. */
export const READABLE_ZOOM = 0.55
const LARGEST_ZOOM = 1
/** From here on a card's words can be read as on paper: a wide screen need not come nearer. */
const EASY_ZOOM = 0.72
/** And from here on so well that the edge of the paper is worth more than larger letters. */
const PAPER_ZOOM = 0.7
/** How much of the next template is seen beside the first where there is room, in screen px: enough for its name. */
const BESIDE_PX = 150
/** Air around what is shown, in screen px: the button that opens the tray stands above the heading, the tools below. */
const MARGIN_PX = { side: 12, top: 68, bottom: 72 }
/** How much of the next column of plots is seen where not all fit, in screen px: enough to say that there is more. */
const PEEK_PX = 28
/** Where all rows of plots would fit but for the air above them, that gives way down to this. */
const LEAST_TOP_PX = 16

/** What the screen has to show: everything, and the template most people came for. All px are page px. */
interface StartGround {
  readonly screen: { readonly w: number; readonly h: number }
  /** The zoom at which the whole board is seen; null where there is nothing yet. */
  readonly wholeAt: number | null
  readonly heading: Box
  readonly plots: readonly Box[]
  /** What the plots stand on. */
  readonly paper: Box
  /** Where the next template to the right begins; null where there is none. */
  readonly besideX: number | null
}

/**
 * Where a board is first seen from, as the page point of the screen's top left corner and a zoom; null where the whole
 * board can be seen and read. On a narrow screen it is the heading with as many columns of plots as can be read, on a wide
 * one all of them, with the edge of what stands beside.
 */
export function startView({
  screen,
  wholeAt,
  heading,
  plots,
  paper,
  besideX,
}: StartGround): (Point & { zoom: number }) | null {
  if (wholeAt === null || wholeAt >= READABLE_ZOOM || plots.length === 0) return null
  const left = Math.min(...plots.map(({ x }) => x))
  const lowest = Math.max(...plots.map(({ y, h }) => y + h))
  const { zoom: widest, seesAll } = columnsZoom(plots, screen.w)
  const rowsAt = (screen.h - MARGIN_PX.bottom - LEAST_TOP_PX) / (lowest - heading.y)
  // Where all columns can be seen, so should all rows be, unless that is too small to read.
  const nearest = Math.min(LARGEST_ZOOM, widest, seesAll && rowsAt >= READABLE_ZOOM ? rowsAt : Infinity)
  const paperAt = (screen.w - 2 * MARGIN_PX.side) / paper.w
  const showsPaper = seesAll && paperAt >= PAPER_ZOOM
  const start = showsPaper ? paper.x : left
  const zoom = Math.min(
    nearest,
    showsPaper ? paperAt : Infinity,
    besideZoom(screen.w, besideX, { left, start }),
  )
  const spare = screen.h - MARGIN_PX.bottom - (lowest - heading.y) * zoom
  const top = spare < LEAST_TOP_PX ? MARGIN_PX.top : Math.min(MARGIN_PX.top, spare)
  return { x: start - MARGIN_PX.side / zoom, y: heading.y - top / zoom, zoom }
}

/** The nearest at which the name of the next template is seen too, where that leaves words large enough. */
function besideZoom(
  screenW: number,
  besideX: number | null,
  { left, start }: { readonly left: number; readonly start: number },
): number {
  if (besideX === null) return Infinity
  const zoomFrom = (from: number): number => (screenW - MARGIN_PX.side - BESIDE_PX) / (besideX - from)
  return zoomFrom(left) >= EASY_ZOOM ? zoomFrom(start) : Infinity
}

/** The nearest at which as many columns of plots as can be read fit the screen, with the edge of the next where not all do. */
function columnsZoom(plots: readonly Box[], screenW: number): { zoom: number; seesAll: boolean } {
  const lefts = plots.map(({ x }) => x)
  const left = Math.min(...lefts)
  const rights = [...new Set(plots.map(({ x, w }) => x + w))].sort((one, other) => other - one)
  const zooms = rights.map((right) => (screenW - 2 * MARGIN_PX.side) / (right - left))
  const at = zooms.findIndex((one) => one >= READABLE_ZOOM)
  const fitted = zooms[at] ?? Math.max(...zooms)
  const next = Math.min(...lefts.filter((x) => x >= (rights[at] ?? Infinity)))
  const peekAt = (screenW - MARGIN_PX.side - PEEK_PX) / (next - left)
  const zoom = peekAt >= READABLE_ZOOM ? Math.min(fitted, peekAt) : fitted
  return { zoom, seesAll: zoom === zooms[0] }
}
