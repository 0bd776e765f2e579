import { overlaps, type Box } from '../../../geometry/box'
import type { Point } from '../../../geometry/point'
import { coveredPx } from './line-cover'

// What a card on a plot hides where it stands, as a number to compare places by: one px that it stands from its point is 1.

/** What the cards of one plot share. All px are page px. */
export interface PlotGround {
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
}

/** A card that has its place, and the point it stands for; null for one that does not say how far along it is. */
export interface StandingCard {
  readonly box: Box
  readonly point: Point | null
}

/** So much of a card, from its top, is its title. */
const TITLE_PX = 54
/** What each px of a fault costs. */
const COST = { title: 35, rest: 6, heading: 24, axis: 0.6 } as const
/** What each px of a hidden line costs; of so much of it, no card is worth being put much further from its point. */
const LINE_COST = { first: 1.6, further: 0.25, furtherFromPx: 60 } as const
/** What it costs to hide words of a curve, whole or in part: half a sentence says nothing. */
const HIDDEN_WORDS_COST = { any: 70, all: 80 } as const
/** The word of the axis that rises, from the upper left corner of the axes. */
const AXIS_WORD = { x: -28, y: 0, w: 24, h: 44 } as const
/** What it costs to hide the point of another card. */
const HIDDEN_POINT_COST = 120
/** Without its letter nobody can tell a line from the others. */
const HIDDEN_LETTER_COST = 120
/** Hiding where a title begins counts as hiding this share of it, however narrow what is hidden. */
const BEGINNING_SHARE = 0.6
const BEGINNING_PX = 24

interface Trial {
  readonly box: Box
  /** Those it lies over. */
  readonly under: readonly StandingCard[]
  readonly ground: PlotGround
  /** Beyond this the place is out of the question, and its cost need not be right. */
  readonly most: number
}

/** What a card in this box hides: of the plot, and of the cards it lies over. */
export function faultsOf({ box, under, ground, most }: Trial): number {
  let cost = COST.heading * Math.max(0, ground.inner.y - box.y)
  cost += COST.axis * Math.max(0, ground.inner.x - box.x)
  // Right of the axis nobody hides its word.
  if (box.x < ground.inner.x) cost += wordsCost(box, axisWord(ground))
  for (const words of ground.words) cost += wordsCost(box, words)
  for (const letter of ground.letters) if (overlaps(box, letter)) cost += HIDDEN_LETTER_COST
  for (const line of ground.lines) if (cost < most) cost += lineCost(coveredPx(box, line))
  for (let at = 0; at < under.length && cost < most; at++) {
    const other = under[at]
    if (other) cost += hidingCost(box, other)
  }
  return cost
}

function axisWord({ inner }: PlotGround): Box {
  return { ...AXIS_WORD, x: inner.x + AXIS_WORD.x, y: inner.y + AXIS_WORD.y }
}

function wordsCost(box: Box, words: Box): number {
  const across = Math.max(0, sharedWidth(box, words.x, words.x + words.w))
  const hidden = (across * Math.max(0, sharedHeight(box, words.y, words.y + words.h))) / (words.w * words.h)
  const { any, all } = HIDDEN_WORDS_COST
  return hidden > 0 ? any + (all - any) * hidden : 0
}

function lineCost(hiddenPx: number): number {
  const { first, further, furtherFromPx } = LINE_COST
  return first * Math.min(hiddenPx, furtherFromPx) + further * Math.max(0, hiddenPx - furtherFromPx)
}

/** What a card in this box hides of one it lies over: what it must not hide is that one's title and point. */
export function hidingCost(box: Box, { box: under, point }: StandingCard): number {
  const pointCost = point && hides(box, point) ? HIDDEN_POINT_COST : 0
  const across = sharedWidth(box, under.x, under.x + under.w)
  if (across <= 0 || box.y >= under.y + under.h || under.y >= box.y + box.h) return pointCost
  const hidesBeginning = sharedWidth(box, under.x, under.x + BEGINNING_PX) > 0
  const share = Math.max(across / under.w, hidesBeginning ? BEGINNING_SHARE : 0)
  const titleEnd = under.y + Math.min(TITLE_PX, under.h)
  const title = Math.max(0, sharedHeight(box, under.y, titleEnd))
  const rest = Math.max(0, sharedHeight(box, titleEnd, under.y + under.h))
  return pointCost + share * (COST.title * title + COST.rest * rest)
}

/**
 * What a card in this box and others hide of each other, whoever lies above: neither is to hide the other. Beyond `most`
 * it need not be right.
 */
export function hiddenBetween(box: Box, others: readonly StandingCard[], most: number): number {
  const card = { box, point: null }
  let cost = 0
  for (let at = 0; at < others.length && cost < most; at++) {
    const other = others[at]
    if (other) cost += Math.max(hidingCost(box, other), hidingCost(other.box, card))
  }
  return cost
}

/** Says whether a point lies under a card in this box; on its edge it can be seen. */
export function hides(box: Box, { x, y }: Point): boolean {
  return x > box.x && x < box.x + box.w && y > box.y && y < box.y + box.h
}

function sharedWidth(box: Box, left: number, right: number): number {
  return Math.min(box.x + box.w, right) - Math.max(box.x, left)
}

function sharedHeight(box: Box, top: number, bottom: number): number {
  return Math.min(box.y + box.h, bottom) - Math.max(box.y, top)
}
