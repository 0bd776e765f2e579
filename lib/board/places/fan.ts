import { clamp } from '../../clamp'
import { overlaps, type Box } from '../../geometry/box'
import type { Point } from '../../geometry/point'

// How the cards of one plot share the room around its lines: each stands near its point, clear of the titles of those before
// it and off the line, as far as there is room. All px are page px.

/** A card with the point it stands for. */
interface FannedCard {
  readonly id: string
  readonly point: Point
}

/** What the cards of one plot share. */
export interface FanGround {
  /** No card leaves this box: the strip under the axis is outside it. */
  readonly room: Box
  /** The box of the axes; name and meaning of the curve stand above it. */
  readonly inner: Box
  /** The drawn lines, each from left to right. */
  readonly lines: readonly (readonly Point[])[]
  /** The words beside the lines. */
  readonly words: readonly Box[]
  /** The letters on lines that share a plot. */
  readonly letters: readonly Box[]
  readonly size: { readonly w: number; readonly h: number }
}

/** A step between two places worth trying. */
const STEP_PX = 14
/** Where a card's left edge may stand, in widths left of its point. */
const SHIFTS = [0.5, 1, 0, 0.75, 0.25, -0.2, 1.2] as const
/** So much of a card, from its top, is its title. */
const TITLE_PX = 54
/** What each px of a fault costs, against one px of distance between a card and its point. */
const COST = { title: 35, rest: 6, line: 0.7, heading: 24, across: 2.2, aside: 0.06, axis: 0.6 } as const
/** What it costs to hide words of a curve, whole or in part: half a sentence says nothing. */
const HIDDEN_WORDS_COST = { any: 30, all: 40 } as const
/** A line is drawn this far to both sides of its points: a card whose edge lies on them would show half of it. */
const LINE_REACH_PX = 2
/** The word of the axis that rises, from the upper left corner of the axes. */
const AXIS_WORD = { x: -28, y: 0, w: 24, h: 44 } as const
/** As far right of the axis that rises a card leaves it and its word in sight. */
const OFF_AXIS_PX = 6
/** What it costs to hide the point of a card. */
const HIDDEN_POINT_COST = 120
/** Without its letter nobody can tell a line from the others. */
const HIDDEN_LETTER_COST = 120
/** A card this near beside its point counts as on it. */
const BESIDE_PX = 8
/** Hiding where a title begins counts as hiding this share of it, however narrow what is hidden. */
const BEGINNING_SHARE = 0.6
const BEGINNING_PX = 24
/** Around one curve there is room for fewer than these; whatever comes after them takes the nearest place. */
const MOST_FITTED = 60
/** A curve with more cards than this can be read no more, whatever they hide; minding each of them takes seconds. */
const MOST_MINDED = 200
/** Standing flush with these is enough; trying it with more costs more than it gives. */
const MOST_ALIGNED = 8

interface Standing {
  readonly box: Box
  readonly point: Point
}

/**
 * Finds a box for each card, by id. The answer depends on the cards alone, never on their order; a card that comes, goes or
 * slides moves only cards whose ids are greater, as long as all keep their size.
 */
export function fanOut(cards: readonly FannedCard[], ground: FanGround): Map<string, Box> {
  const sorted = [...cards].sort((one, other) => (one.id < other.id ? -1 : one.id > other.id ? 1 : 0))
  const placed: Standing[] = []
  const boxes = new Map<string, Box>()
  for (const card of sorted) {
    const box = bestBox(card.point, placed, ground)
    placed.push({ box, point: card.point })
    boxes.set(card.id, box)
  }
  return boxes
}

/** Looks row by row, the nearest first, so that most places can be passed over. */
function bestBox(point: Point, placed: readonly Standing[], ground: FanGround): Box {
  const columns = columnsAt(point, placed, ground)
  const rows = rowsAt(point, ground)
  const minded = placed.length < MOST_MINDED ? placed : []
  let best: Box = { ...point, ...ground.size }
  let least = Infinity
  for (const y of placed.length < MOST_FITTED ? rows : rows.slice(0, 1)) {
    for (const x of columns) {
      const box = { x, y, ...ground.size }
      const near = nearness(box, point)
      const cost = near < least ? near + faults({ box, placed: minded, ground, most: least - near }) : near
      if (cost < least) [best, least] = [box, cost]
    }
  }
  return best
}

/** Where a top edge may stand: over the point and under it, the nearest first, then from edge to edge. */
function rowsAt(point: Point, { room, inner, size }: FanGround): readonly number[] {
  const steps = Array.from({ length: Math.ceil(room.h / STEP_PX) }, (_, step) => step * STEP_PX)
  const bottom = room.y + room.h - size.h
  const wanted = steps.flatMap((away) => [point.y - size.h - away, point.y + away])
  return [...wanted.filter((y) => y >= room.y && y <= bottom), inner.y, bottom]
}

/** Where a left edge may stand: around the point, beside the axis, at the far edge and flush with those placed before. */
function columnsAt(point: Point, placed: readonly Standing[], ground: FanGround): readonly number[] {
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
  const dx = COST.across * Math.max(box.x - point.x, 0, point.x - box.x - box.w)
  const dy = Math.max(box.y - point.y, 0, point.y - box.y - box.h)
  const onPoint = hides(widened(box), point) ? HIDDEN_POINT_COST : 0
  return onPoint + Math.hypot(dx, dy) + COST.aside * Math.abs(box.x + box.w / 2 - point.x)
}

interface Trial {
  readonly box: Box
  readonly placed: readonly Standing[]
  readonly ground: FanGround
  /** Beyond this the place is out of the question, and its cost need not be right. */
  readonly most: number
}

function faults({ box, placed, ground, most }: Trial): number {
  let cost = COST.heading * Math.max(0, ground.inner.y - box.y)
  cost += COST.axis * Math.max(0, ground.inner.x - box.x)
  for (const words of [axisWord(ground), ...ground.words]) cost += wordsCost(box, words)
  for (const letter of ground.letters) if (overlaps(box, letter)) cost += HIDDEN_LETTER_COST
  for (let at = 0; at < placed.length && cost < most; at++) {
    const other = placed[at]
    if (other) cost += hidingCost(box, other)
  }
  for (const line of ground.lines) if (cost < most) cost += COST.line * coveredPx(box, line)
  return cost
}

function axisWord({ inner }: FanGround): Box {
  return { ...AXIS_WORD, x: inner.x + AXIS_WORD.x, y: inner.y + AXIS_WORD.y }
}

function wordsCost(box: Box, words: Box): number {
  const across = Math.max(0, sharedWidth(box, words.x, words.x + words.w))
  const hidden = (across * Math.max(0, sharedHeight(box, words.y, words.y + words.h))) / (words.w * words.h)
  const { any, all } = HIDDEN_WORDS_COST
  return hidden > 0 ? any + (all - any) * hidden : 0
}

/** A later card lies over an earlier one: what it must not hide is that one's title and point. */
function hidingCost(box: Box, { box: under, point }: Standing): number {
  const pointCost = hides(box, point) ? HIDDEN_POINT_COST : 0
  const across = sharedWidth(box, under.x, under.x + under.w)
  if (across <= 0) return pointCost
  const hidesBeginning = sharedWidth(box, under.x, under.x + BEGINNING_PX) > 0
  const share = Math.max(across / under.w, hidesBeginning ? BEGINNING_SHARE : 0)
  const titleEnd = under.y + Math.min(TITLE_PX, under.h)
  const title = Math.max(0, sharedHeight(box, under.y, titleEnd))
  const rest = Math.max(0, sharedHeight(box, titleEnd, under.y + under.h))
  return pointCost + share * (COST.title * title + COST.rest * rest)
}

function hides(box: Box, { x, y }: Point): boolean {
  return x > box.x && x < box.x + box.w && y > box.y && y < box.y + box.h
}

/** A card beside its own point stands on the line that leads there, and on the points of its neighbours. */
function widened({ x, y, w, h }: Box): Box {
  return { x: x - BESIDE_PX, y, w: w + 2 * BESIDE_PX, h }
}

function sharedWidth(box: Box, left: number, right: number): number {
  return Math.min(box.x + box.w, right) - Math.max(box.x, left)
}

function sharedHeight(box: Box, top: number, bottom: number): number {
  return Math.min(box.y + box.h, bottom) - Math.max(box.y, top)
}

/** How much of the line lies under a box, whole or by half. */
function coveredPx(box: Box, line: readonly Point[]): number {
  let covered = 0
  for (let at = 1; at < line.length; at++) {
    const [from, to] = [line[at - 1], line[at]]
    if (!from || !to || to.x < box.x || from.x > box.x + box.w) continue
    const y = (from.y + to.y) / 2
    if (y > box.y - LINE_REACH_PX && y < box.y + box.h + LINE_REACH_PX)
      covered += Math.hypot(to.x - from.x, to.y - from.y)
  }
  return covered
}
