import { clamp } from '../../clamp'
import { findCurve } from '../../curves/catalogue'
import type { Curve } from '../../curves/curve'
import { placeMarkLabels } from '../../curves/mark-labels'
import { nearestOnCurve, type NearestOnCurve } from '../../curves/nearest'
import { holds, type Box } from '../../geometry/box'
import type { Point } from '../../geometry/point'
import type { InitiativeId, InstanceId } from '../../ids'
import { roundPx } from '../../round-px'
import { CANVAS_INSTANCE, cardShapeId, parsePlacementKey, type Instance, type Placement } from '../layout'
import { CARD_PIN_PX, CARD_SIZE_PX, cardSizeAmong } from '../shapes/card'
import { fanOut } from './fan'
import { lookAround, settlePin, type Looks } from './settle-pin'
import { standTemplates, toPage, toUnit, type StandingPlot, type StandingTemplate } from './standing'

/** The point of a card that decides where it is dropped, in card px, as long as it is not snapped. */
export const DEFAULT_PIN: Point = CARD_PIN_PX

/** A pin this near to a curve, in unit distance, snaps to it. */
const SNAP_DISTANCE = 0.06

/** A line is looked at in so many steps when cards are laid out around it. */
const LINE_STEPS = 48

/** Where lines run side by side or cross, a card stays on its own as long as no other is nearer by more than this. */
const LOYALTY_PX = 10

/** How wide a letter of a mark's words is on average: the layout is the same on every screen, so it measures none. */
const LETTER_PX = 6

/** Cards that share one plot have so many times the room of those on a plot of their own. */
const OVERLAY_ROOM = 3

/** The point by which a card is held, in card px, and the target it stands on so far. */
export interface Hold extends Point {
  readonly on?: string
}

/** Where one card is drawn: its box in page px, its pin in card px. */
export interface CardLayout extends Box {
  readonly shapeId: string
  readonly initiativeId: InitiativeId
  readonly instanceId: InstanceId
  readonly placement: Placement
  /** The point that stands for the card: on the curve for a snapped card, even where a fan moved the card off it. */
  readonly pin: Point
}

interface Card {
  readonly initiativeId: InitiativeId
  readonly instanceId: InstanceId
  readonly placement: Placement
  /** Null for a card outside every template. */
  readonly standing: StandingTemplate | null
  /** The plot it stands on, where its target names one that exists. */
  readonly plot: StandingPlot | null
  readonly target: string
  readonly x: number
}

/** What a caller that lays out again and again keeps between: the curves where nothing changed are not worked out anew. */
export type LayoutMemory = Map<string, { readonly cards: string; readonly boxes: ReadonlyMap<string, Box> }>

/**
 * Lays out every card, keyed by its shape id. Placements on instances that do not stand here are left out; a target
 * the template does not know counts as `frame`. Dropping a card where it is laid out gives its placement again.
 */
export function layoutCards(
  instances: readonly Instance[],
  placements: Iterable<readonly [string, Placement | null]>,
  memory: LayoutMemory = new Map(),
): Map<string, CardLayout> {
  const standing = standTemplates(instances)
  const byId = new Map(standing.map((one) => [one.instance.id, one]))
  const cards = [...placements].flatMap((entry) => toCard(byId, entry))
  const fanned = fanPlots(cards.filter(isSnapped), memory)
  const looks = lookAround()
  return new Map(
    cards.map((card) => {
      const place = fanned.get(card) ?? freePlace(standing, card, looks)
      const { initiativeId, instanceId, placement } = card
      const shapeId = cardShapeId(initiativeId, instanceId)
      return [shapeId, { shapeId, initiativeId, instanceId, placement, ...place }]
    }),
  )
}

/**
 * Finds what a card takes when its top left corner is dropped at this page point and the point it is held by decides.
 * Where templates overlap, the last one is on top. Offsets are rounded to 0.01 px, x to 0.0001.
 */
export function placementAt(
  instances: readonly Instance[],
  at: Point,
  hold: Hold,
): { instanceId: InstanceId; placement: Placement } {
  return dropOn(standTemplates(instances), at, hold)
}

/** The page point of a curve's x (0..1) on an instance; null where that instance shows no such curve. */
export function anchorOf(instance: Instance, curveId: string, x: number): Point | null {
  const plot = standTemplates([instance])[0]?.plots.find(({ curve }) => curve.id === curveId)
  return plot ? anchorOn(plot, x) : null
}

/** Rounds a position along a curve as placements keep it. */
export function roundPosition(x: number): number {
  return Math.round(clamp(x, 0, 1) * 10_000) / 10_000
}

function toCard(
  byId: ReadonlyMap<InstanceId, StandingTemplate>,
  [key, placement]: readonly [string, Placement | null],
): Card[] {
  const ids = parsePlacementKey(key)
  if (!ids || !placement) return []
  const common = { ...ids, placement, target: placement.target, x: placement.x ?? 0 }
  if (ids.instanceId === CANVAS_INSTANCE) return [{ ...common, standing: null, plot: null }]
  const standing = byId.get(ids.instanceId)
  if (!standing) return []
  const plot = standing.plots.find(({ curve }) => targetOf(curve) === placement.target) ?? null
  return [{ ...common, standing, plot }]
}

function isSnapped(card: Card): card is Card & { plot: StandingPlot } {
  return card.plot !== null && card.placement.x !== undefined
}

type SnappedCard = Card & { plot: StandingPlot }
type Place = Box & { readonly pin: Point }

/** Lays out the cards of each plot among themselves. */
function fanPlots(cards: readonly SnappedCard[], memory: LayoutMemory): Map<Card, Place> {
  const byPlot = new Map<string, SnappedCard[]>()
  for (const card of cards) {
    const key = card.standing?.overlay ? card.instanceId : `${card.instanceId} ${card.target}`
    byPlot.set(key, [...(byPlot.get(key) ?? []), card])
  }
  const places = new Map<Card, Place>()
  for (const [key, together] of byPlot) {
    const boxes = fanPlot(key, together, memory)
    for (const card of together) {
      const box = boxes.get(card.initiativeId)
      if (box) places.set(card, snappedPlace(card, box))
    }
  }
  return places
}

function fanPlot(
  key: string,
  together: readonly SnappedCard[],
  memory: LayoutMemory,
): ReadonlyMap<string, Box> {
  const [first] = together
  if (!first) return new Map()
  const { plot, standing } = first
  const { room, inner } = plot
  const cards = together.map((card) => ({ id: card.initiativeId, point: anchorOn(card.plot, card.x) }))
  const said = JSON.stringify([room, cards.map(({ id, point }) => `${id} ${point.x} ${point.y}`).sort()])
  const known = memory.get(key)
  if (known?.cards === said) return known.boxes
  const isShared = standing !== null && standing.overlay !== null
  const lines = (isShared ? standing.plots : [plot]).map(lineOf)
  const size = cardSizeAmong(isShared ? Math.ceil(cards.length / OVERLAY_ROOM) : cards.length)
  // In a plot that curves share, only the words of the one in sight are shown.
  const words = isShared ? [] : wordsOf(plot)
  const boxes = fanOut(cards, { room, inner, lines, words, size })
  memory.set(key, { cards: said, boxes })
  return boxes
}

function snappedPlace({ plot, x, placement }: SnappedCard, box: Box): Place {
  const [left, top] = [box.x + placement.dx, box.y + placement.dy]
  const point = anchorOn(plot, x)
  return { ...box, x: left, y: top, pin: { x: point.x - left, y: point.y - top } }
}

function lineOf(plot: StandingPlot): Point[] {
  return Array.from({ length: LINE_STEPS + 1 }, (_, step) => anchorOn(plot, step / LINE_STEPS))
}

/** The words of a curve's marks, as wide as they are at about any font. */
function wordsOf({ curve, inner }: StandingPlot): Box[] {
  return placeMarkLabels(curve, inner, (text) => text.length * LETTER_PX).map(({ room }) => ({
    ...room,
    x: inner.x + room.x,
    y: inner.y + room.y,
  }))
}

function freePlace(standing: readonly StandingTemplate[], card: Card, looks: Looks): Place {
  const from = originOf(card)
  const at = { x: from.x + card.placement.dx, y: from.y + card.placement.dy }
  const isRight = (pin: Point): boolean => {
    const point = { x: at.x + pin.x, y: at.y + pin.y }
    const { under, plot, x } = partsAt(standing, point)
    return under === card.standing && plot === card.plot && x === null
  }
  return {
    ...at,
    ...CARD_SIZE_PX,
    pin: settlePin({ at, isRight, looks, regions: regionsOf(standing, card) }),
  }
}

function originOf(card: Card): Point {
  return card.plot?.outer ?? card.standing?.frame ?? { x: 0, y: 0 }
}

/** Outside every template, the places to look are a ring around each frame. */
function regionsOf(standing: readonly StandingTemplate[], card: Card): readonly Box[] {
  if (card.plot) return [card.plot.outer]
  if (card.standing) return [card.standing.frame]
  return standing.map(({ frame }) => ({ x: frame.x - 1, y: frame.y - 1, w: frame.w + 2, h: frame.h + 2 }))
}

function dropOn(
  standing: readonly StandingTemplate[],
  at: Point,
  hold: Hold,
): { instanceId: InstanceId; placement: Placement } {
  const point = { x: at.x + hold.x, y: at.y + hold.y }
  const { under, plot, x } = partsAt(standing, point, hold.on)
  if (!under) {
    return { instanceId: CANVAS_INSTANCE, placement: { target: 'canvas', ...offset(at, { x: 0, y: 0 }) } }
  }
  const instanceId = under.instance.id
  if (!plot) return { instanceId, placement: { target: 'frame', ...offset(at, under.frame) } }
  const where = x === null ? offset(at, plot.outer) : { x: roundPosition(x), dx: 0, dy: 0 }
  return { instanceId, placement: { target: targetOf(plot.curve), ...where } }
}

/** What takes a page point. */
interface Parts {
  /** The last template there is on top. */
  readonly under: StandingTemplate | null
  readonly plot: StandingPlot | null
  /** How far along the curve, where the point is near enough to its line to say so. */
  readonly x: number | null
}

function partsAt(standing: readonly StandingTemplate[], point: Point, on?: string): Parts {
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
    const px = targetOf(plot.curve) === on ? away - LOYALTY_PX : away
    if (!best || px < best.px) best = { plot, x, px }
  }
  return { plot: best?.plot ?? null, x: best?.x ?? null }
}

function nearestTo(plot: StandingPlot, page: Point): NearestOnCurve {
  return nearestOnCurve(plot.curve, toUnit(plot, page))
}

/** The curve a target names; null where it names none of the catalogue. */
export function curveOfTarget(target: string): Curve | null {
  return target.startsWith('curve:') ? findCurve(target.slice('curve:'.length)) : null
}

/** The target that names this curve. */
export function targetOf(curve: Pick<Curve, 'id'>): string {
  return `curve:${curve.id}`
}

function anchorOn(plot: StandingPlot, x: number): Point {
  const along = clamp(x, 0, 1)
  return toPage(plot, { x: along, y: plot.curve.y(along) })
}

function offset(at: Point, from: Point): { dx: number; dy: number } {
  return { dx: roundPx(at.x - from.x), dy: roundPx(at.y - from.y) }
}
