import { clamp } from '../../../../clamp'
import type { Box } from '../../../../geometry/box'
import type { Point } from '../../../../geometry/point'
import type { Size } from '../../../../geometry/size'
import { hiddenBetween, type PlotGround, type StandingCard } from '../plot-faults'

/** Between a card that makes room and the one beside it. */
const GAP_PX = 4
/** From one place to the next on a plot where nothing beside other cards is free: each hides little of the one before. */
const STEP_PX = { x: 27, y: 17 } as const
/** More cards than these cannot lie on a plot side by side. */
const MOST_MINDED = 60

interface Drop {
  /** Where it was let go: its top left corner. */
  readonly at: Point
  readonly size: Size
  /** The cards on the plot. */
  readonly there: readonly Box[]
  readonly ground: Pick<PlotGround, 'room' | 'inner'>
}

/**
 * Finds where a card that was let go on a plot, off its line, comes to rest: its top left corner. As near as can be to where
 * it was let go, it hides neither the heading of the plot nor the strip under it, and stands beside cards rather than over
 * them; on a plot too full for that, it and they hide the least of each other's titles.
 */
export function findDropPlace({ at, size, there, ground: { room, inner } }: Drop): Point {
  const lowest = room.y + room.h - size.h
  const inRoom = (y: number): number => clamp(y, inner.y, lowest)
  const [left, right] = [room.x, Math.max(room.x, room.x + room.w - size.w)]
  const wanted = { x: clamp(at.x, left, right), y: inRoom(at.y), ...size }
  const nearest = [...there]
    .sort((one, other) => middlesApart(one, wanted) - middlesApart(other, wanted))
    .slice(0, MOST_MINDED)
  const besides = nearest.flatMap((box) => [box.x + box.w + GAP_PX, box.x - size.w - GAP_PX])
  const columns = [wanted.x, ...besides.filter((x) => x >= left && x <= right)]
  // Under a card before over it: that is how rows are read.
  const beyond = nearest.flatMap((box) => [box.y + box.h + GAP_PX, box.y - size.h - GAP_PX])
  const rows = [wanted.y, ...beyond.map(inRoom)]
  const search = { at, size, nearest: nearest.map((box) => ({ box, point: null })) }
  const beside = cheapest(columns, rows, search)
  if (beside.hidden === 0) return { x: beside.x, y: beside.y }
  const across = steps(room.x, room.x + room.w - size.w, STEP_PX.x)
  const down = steps(inner.y, lowest, STEP_PX.y)
  const { x, y } = cheapest([...columns, ...across], [...rows, ...down], search)
  return { x, y }
}

interface Search {
  readonly at: Point
  readonly size: Size
  readonly nearest: readonly StandingCard[]
}

interface Place extends Point {
  /** What the card and those there hide of each other. */
  readonly hidden: number
}

/** Where the card is nearest and hides least, of all places in these columns and rows; of places as good the first. */
function cheapest(columns: readonly number[], rows: readonly number[], { at, size, nearest }: Search): Place {
  const places = [...new Set(columns)]
    .flatMap((x) => [...new Set(rows)].map((y) => ({ x, y, away: Math.hypot(x - at.x, y - at.y) })))
    .sort((one, other) => one.away - other.away)
  let [best, least]: [Place, number] = [{ ...at, hidden: Infinity }, Infinity]
  for (const { x, y, away } of places) {
    if (away >= least) break
    const hidden = hiddenBetween({ x, y, ...size }, nearest, least - away)
    if (away + hidden < least) [best, least] = [{ x, y, hidden }, away + hidden]
  }
  return best
}

function steps(from: number, to: number, step: number): number[] {
  return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, at) => from + at * step)
}

function middlesApart(one: Box, other: Box): number {
  return Math.hypot(one.x + one.w / 2 - other.x - other.w / 2, one.y + one.h / 2 - other.y - other.h / 2)
}
