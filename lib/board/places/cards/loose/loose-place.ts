import { overlaps, type Box } from '../../../../geometry/box'
import type { Point } from '../../../../geometry/point'
import type { Size } from '../../../../geometry/size'
import { CARD_SIZE_PX } from '../../../shapes/card'
import { faultsOf, hidingCost, type PlotGround, type StandingCard } from '../plot-faults'

// Cards on a curve that do not say how far along stand in columns of rows on its plot. A place is kept as it was found:
// whatever comes or goes, the others stay where they are and only give up some of their size.

/**
 * What such a card gives up where several lie on a plot: its quiet row, a line of its title, half its width, and where no row
 * is free any more, so much of its height that another stands between it and the next row.
 */
const SIZES_PX = [
  { upTo: 1, ...CARD_SIZE_PX },
  { upTo: 6, w: 208, h: 56 },
  { upTo: 16, w: 208, h: 30 },
  { upTo: 32, w: 100, h: 30 },
  { upTo: Infinity, w: 100, h: 16 },
] as const
/** From one row to the next: two of them hold a card with both lines of its title. */
const ROW_PX = 34
/** The first column leaves the axis in sight. */
const OFF_AXIS_PX = 4
const COLUMN_GAP_PX = 8
/** Where no row is free any more, the places between are tried too: by halves of rows and quarters of narrow columns. */
const BETWEEN_PX = { x: 27, y: 17 } as const
/** What it costs to begin further down the columns: neighbours are filled one after the other. */
const ORDER_COST = 0.5
/** The word of the axis that runs to the right, from the lower right corner of the axes. */
const EFFORT_WORD = { w: 84, h: 24 } as const
/** More cards than these cannot lie on a plot side by side. */
const MOST_MINDED = 60

/** The size in px of each of so many cards on one plot that do not say how far along they are. */
export function looseSizeAmong(count: number): Size {
  const { w, h } = SIZES_PX.find(({ upTo }) => count <= upTo) ?? CARD_SIZE_PX
  return { w, h }
}

interface Search {
  readonly ground: PlotGround
  /** The cards that have their places on the plot already. */
  readonly there: readonly StandingCard[]
  readonly size: Size
}

/**
 * Finds where one more card that does not say how far along lies on a plot: its top left corner, where it hides the least
 * of the cards that are there, of the line and of its words, and is hidden least; of places as good the first in its column.
 */
export function findLoosePlace(search: Search): Point {
  const { ground, size } = search
  const minded = { ...search, there: search.there.slice(0, MOST_MINDED) }
  const rows = rowsOf(ground, size)
  // The column in which cards hide least of the line comes first.
  const columns = columnsOf(ground, size)
    .map((x) => ({ x, hidden: hiddenBy(minded, { x, y: ground.inner.y, h: ROW_PX * rows.length }) }))
    .sort((one, other) => one.hidden - other.hidden || one.x - other.x)
  const best = cheapest(
    columns.flatMap(({ x }) => rows.map((y) => ({ x, y }))),
    minded,
  )
  const isFree = !minded.there.some(({ box }) => overlaps(box, { ...best, ...size }))
  return isFree ? best : cheapest([best, ...placesBetween(ground, size)], minded)
}

function cheapest(places: readonly Point[], search: Search): Point {
  let [best, least] = [places[0] ?? search.ground.inner, Infinity]
  for (const [order, at] of places.entries()) {
    const cost = costAt(at, search) + order * ORDER_COST
    if (cost < least) [best, least] = [at, cost]
  }
  return { x: best.x, y: best.y }
}

/** Who lies above is not minded: neither is to hide the other. */
function costAt(at: Point, { ground, there, size }: Search): number {
  const box = { ...at, ...size }
  const words = [...ground.words, effortWord(ground)]
  let cost = faultsOf({ box, under: there, ground: { ...ground, words }, most: Infinity })
  for (const other of there) cost += hidingCost(other.box, { box, point: null })
  return cost
}

function hiddenBy({ ground, size }: Search, column: { x: number; y: number; h: number }): number {
  const box = { ...column, w: size.w }
  return faultsOf({ box, under: [], ground: { ...ground, words: [] }, most: Infinity })
}

function rowsOf(ground: PlotGround, size: Size): number[] {
  return steps(ground.inner.y, bottomOf(ground, size), ROW_PX)
}

function columnsOf({ room, inner }: PlotGround, { w }: Size): number[] {
  const [left, right] = [inner.x + OFF_AXIS_PX, room.x + room.w - w]
  return steps(left, right, w + COLUMN_GAP_PX)
}

function placesBetween(ground: PlotGround, size: Size): Point[] {
  const { room, inner } = ground
  const columns = steps(inner.x + OFF_AXIS_PX, room.x + room.w - size.w, BETWEEN_PX.x)
  return steps(inner.y, bottomOf(ground, size), BETWEEN_PX.y).flatMap((y) => columns.map((x) => ({ x, y })))
}

function bottomOf({ room }: PlotGround, { h }: Size): number {
  return room.y + room.h - h
}

function steps(from: number, to: number, step: number): number[] {
  return Array.from({ length: Math.max(1, Math.floor((to - from) / step) + 1) }, (_, at) => from + at * step)
}

function effortWord({ inner }: PlotGround): Box {
  const { w, h } = EFFORT_WORD
  return { x: inner.x + inner.w - w, y: inner.y + inner.h - h, w, h }
}
