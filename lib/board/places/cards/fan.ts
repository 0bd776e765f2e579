import { clamp } from '../../../clamp'
import type { Box } from '../../../geometry/box'
import type { Point } from '../../../geometry/point'
import type { Size } from '../../../geometry/size'
import { rowsBeside } from './line-cover'
import { faultsOf, hiddenBetween, hides, type PlotGround, type StandingCard } from './plot-faults'

// How the cards of one plot share the room around its lines: each stands near its point, clear of the titles of those before
// it and off the line, as far as there is room. All px are page px.

/** A card with the point it stands for. */
interface FannedCard {
  readonly id: string
  readonly point: Point
}

/** What the cards of one plot share. */
export interface FanGround extends PlotGround {
  readonly size: Size
  /** Cards on the plot that are no part of the fan: it makes room for them. */
  readonly lying: readonly Box[]
}

/** A step between two places worth trying. */
const STEP_PX = 14
/** Where a card's left edge may stand, in widths left of its point. */
const SHIFTS = [0.5, 1, 0, 0.75, 0.25, -0.2, 1.2] as const
/** What each px costs that a card stands beside its point, against one px of distance between the two. */
const COST = { across: 2.2, aside: 0.06 } as const
/** As far right of the axis that rises a card leaves it and its word in sight. */
const OFF_AXIS_PX = 6
/** More than all else together: a card over its own point says nothing of where it is. */
const OWN_POINT_COST = 1_000_000
/** What it costs to stand right beside one's own point. */
const NEAR_POINT_COST = 120
/** A card this near beside its point counts as on it. */
const BESIDE_PX = 8
/** Around one curve there is room for fewer than these; whatever comes after them takes the nearest place. */
const MOST_FITTED = 60
/** A curve with more cards than this can be read no more, whatever they hide; minding each of them takes seconds. */
const MOST_MINDED = 200
/** Standing flush with these is enough, and with so many there the line is hidden anyway; more costs more than it gives. */
const MOST_ALIGNED = 8
/** More cards than these cannot lie on a plot side by side. */
const MOST_LYING = 40

/**
 * Finds a box for each card, by id. The answer depends on the cards alone, never on their order; a card that comes, goes or
 * slides moves only cards whose ids are greater, as long as all keep their size.
 */
export function fanOut(cards: readonly FannedCard[], ground: FanGround): Map<string, Box> {
  const sorted = [...cards].sort((one, other) => (one.id < other.id ? -1 : one.id > other.id ? 1 : 0))
  const placed: StandingCard[] = []
  const lying = ground.lying.slice(0, MOST_LYING).map((box) => ({ box, point: null }))
  const boxes = new Map<string, Box>()
  for (const card of sorted) {
    const box = bestBox(card.point, { placed, lying, ground })
    placed.push({ box, point: card.point })
    boxes.set(card.id, box)
  }
  return boxes
}

interface Fan {
  readonly placed: readonly StandingCard[]
  readonly lying: readonly StandingCard[]
  readonly ground: FanGround
}

/** Looks beside the line first, then row by row, the nearest first, so that most places can be passed over. */
function bestBox(point: Point, { placed, lying, ground }: Fan): Box {
  const columns = columnsAt(point, placed, ground)
  const rows = rowsAt(point, ground)
  const isFitted = placed.length < MOST_FITTED
  const minded = { placed: placed.length < MOST_MINDED ? placed : [], lying, ground }
  let best: Box = { ...point, ...ground.size }
  let least = Infinity
  const tryAt = (x: number, y: number): void => {
    const box = { x, y, w: ground.size.w, h: ground.size.h }
    const near = nearness(box, point)
    if (near >= least) return
    const cost = near + costOf(box, minded, least - near)
    if (cost < least) [best, least] = [box, cost]
  }
  if (placed.length < MOST_ALIGNED)
    for (const x of columns) for (const y of rowsBesideLine(ground, x)) tryAt(x, y)
  for (const y of isFitted ? rows : rows.slice(0, 1)) {
    if (awayFrom(point.y, y, ground.size.h) >= least) continue
    for (const x of columns) tryAt(x, y)
  }
  return best
}

function awayFrom(at: number, from: number, length: number): number {
  return Math.max(from - at, 0, at - from - length)
}

/** Just clear of the line of the curve, where the plot has one alone. */
function rowsBesideLine({ lines, room, inner, size }: FanGround, x: number): readonly number[] {
  const [line, another] = lines
  if (!line || another) return []
  const bottom = room.y + room.h - size.h
  return rowsBeside(line, x, size).filter((y) => y >= inner.y && y <= bottom)
}

/** Where a top edge may stand: over the point and under it, the nearest first, then from edge to edge. */
function rowsAt(point: Point, { room, inner, size }: FanGround): readonly number[] {
  const steps = Array.from({ length: Math.ceil(room.h / STEP_PX) }, (_, step) => step * STEP_PX)
  const bottom = room.y + room.h - size.h
  const wanted = steps.flatMap((away) => [point.y - size.h - away, point.y + away])
  return [...wanted.filter((y) => y >= room.y && y <= bottom), inner.y, bottom]
}

/** Where a left edge may stand: around the point, beside the axis, at the far edge and flush with those placed before. */
function columnsAt(point: Point, placed: readonly StandingCard[], ground: FanGround): readonly number[] {
  const { room, inner, size } = ground
  const right = room.x + room.w - size.w
  const offAxis = clamp(point.x, inner.x, inner.x + OFF_AXIS_PX)
  const beside = placed.slice(0, MOST_ALIGNED).flatMap(({ box }) => [box.x + box.w, box.x - size.w])
  const around = [...SHIFTS.map((shift) => point.x - shift * size.w), offAxis, right]
  const wanted = [...around, ...beside.filter((x) => x >= room.x && x <= right)]
  return [...new Set(wanted.map((x) => clamp(x, room.x, right)))]
}

/** How far a card stands from its point, and a little for standing to one side of it; on it nobody sees where it is. */
function nearness(box: Box, point: Point): number {
  const dx = COST.across * awayFrom(point.x, box.x, box.w)
  const dy = awayFrom(point.y, box.y, box.h)
  const beside = hides(widened(box), point) ? NEAR_POINT_COST : 0
  const onPoint = hides(box, point) ? OWN_POINT_COST : beside
  return onPoint + Math.hypot(dx, dy) + COST.aside * Math.abs(box.x + box.w / 2 - point.x)
}

/** What stands in the wrong place there: a later card lies over an earlier one, those that lie here over it or under it. */
function costOf(box: Box, { placed, lying, ground }: Fan, most: number): number {
  const cost = faultsOf({ box, under: placed, ground, most })
  return cost + hiddenBetween(box, lying, most - cost)
}

/** A card beside its own point stands on the line that leads there, and on the points of its neighbours. */
function widened({ x, y, w, h }: Box): Box {
  return { x: x - BESIDE_PX, y, w: w + 2 * BESIDE_PX, h }
}
