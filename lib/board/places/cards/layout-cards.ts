import type { Box } from '../../../geometry/box'
import type { Point } from '../../../geometry/point'
import type { InitiativeId, InstanceId } from '../../../ids'
import { CANVAS_INSTANCE, cardShapeId, parsePlacementKey, type Instance, type Placement } from '../../layout'
import { CARD_SIZE_PX, cardSizeAmong } from '../../shapes/card'
import { curveTarget } from '../curve-target'
import { fanOut } from './fan'
import { layLoose } from './loose/loose-cards'
import { partsAt } from '../parts-at'
import { plotGround } from './plot-ground'
import { seatCards } from './seats'
import { lookAround, settlePin, type Looks } from './settle-pin'
import { anchorOn, standTemplates, type StandingPlot, type StandingTemplate } from '../standing'

/** Cards that share one plot have so many times the room of those on a plot of their own. */
const OVERLAY_ROOM = 3

/** So many cards that do not say how far along they are take the room of one on the line: they are smaller and neat. */
const LOOSE_SHARE = 2

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
 * the template does not know counts as `frame`. Dropping a card where it is laid out gives its placement again, unless it
 * makes room there for another that was put on the very same spot.
 */
export function layoutCards(
  instances: readonly Instance[],
  placements: Iterable<readonly [string, Placement | null]>,
  memory: LayoutMemory = new Map(),
): Map<string, CardLayout> {
  const standing = standTemplates(instances)
  const byId = new Map(standing.map((one) => [one.instance.id, one]))
  const cards = [...placements].flatMap((entry) => toCard(byId, entry))
  const undecided = cards.filter(isUndecided)
  const seated = seatAll(undecided.filter(sharesPlot))
  const looks = lookAround()
  const loose = layAllLoose(
    undecided.filter((card) => !sharesPlot(card)),
    looks,
  )
  const fanned = fanPlots(cards.filter(isSnapped), loose, memory)
  return new Map(
    cards.map((card) => {
      const place =
        fanned.get(card) ?? seated.get(card) ?? freePlace(standing, { card, looks, box: loose.get(card) })
      const { initiativeId, instanceId, placement } = card
      const shapeId = cardShapeId(initiativeId, instanceId)
      return [shapeId, { shapeId, initiativeId, instanceId, placement, ...place }]
    }),
  )
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
  const plot = standing.plots.find(({ curve }) => curveTarget(curve) === placement.target) ?? null
  return [{ ...common, standing, plot }]
}

function isSnapped(card: Card): card is SnappedCard {
  return card.plot !== null && card.placement.x !== undefined
}

/** On a curve, and nobody said how far. */
function isUndecided(card: Card): card is SnappedCard {
  return card.plot !== null && card.placement.x === undefined
}

function sharesPlot({ standing }: Card): boolean {
  return standing !== null && standing.overlay !== null
}

type SnappedCard = Card & { plot: StandingPlot }
type LooseBoxes = ReadonlyMap<Card, Box>
type Place = Box & { readonly pin: Point }

/** Lays out the cards of each plot among themselves. */
function fanPlots(cards: readonly SnappedCard[], loose: LooseBoxes, memory: LayoutMemory): Map<Card, Place> {
  const lying = groupBy([...loose.keys()], nameOf)
  const byPlot = groupBy(cards, (card) => (sharesPlot(card) ? card.instanceId : nameOf(card)))
  const places = new Map<Card, Place>()
  for (const [key, together] of byPlot) {
    const around = (lying.get(key) ?? []).flatMap((card) => loose.get(card) ?? [])
    const boxes = fanPlot(key, { together, around }, memory)
    for (const card of together) {
      const box = boxes.get(card.initiativeId)
      if (box) places.set(card, snappedPlace(card, box))
    }
  }
  return places
}

/** Cards that wait beside a name share the room there, in the order of a fan: a later one lies above. */
function seatAll(cards: readonly SnappedCard[]): Map<Card, Place> {
  const places = new Map<Card, Place>()
  for (const together of groupBy(cards, nameOf).values()) {
    const [first] = together
    if (!first) continue
    const seats = seatCards(
      first.plot.rest,
      together.map(({ initiativeId }) => initiativeId as string).sort(),
    )
    for (const card of together) {
      const box = seats.get(card.initiativeId)
      if (box) places.set(card, { ...box, pin: { x: box.w / 2, y: box.h } })
    }
  }
  return places
}

/** Cards that do not say how far along lie on the plot of their curve; for everybody the same of them are looked at first. */
function layAllLoose(cards: readonly SnappedCard[], looks: Looks): Map<Card, Box> {
  const places = new Map<Card, Box>()
  const groups = [...groupBy(cards, nameOf)].sort(([one], [other]) => (one < other ? -1 : 1))
  for (const [, together] of groups) {
    const [first] = together
    if (!first) continue
    const at = together.map((card) => ({ id: card.initiativeId, ...putAt(card) }))
    const boxes = layLoose(at, { plot: () => plotGround(first.plot, first.standing), looks })
    for (const card of together) {
      const box = boxes.get(card.initiativeId)
      if (box) places.set(card, box)
    }
  }
  return places
}

/** The name of the curve a card stands on, on this instance. */
function nameOf({ instanceId, target }: Card): string {
  return `${instanceId} ${target}`
}

function groupBy<Some extends Card>(
  cards: readonly Some[],
  keyOf: (card: Some) => string,
): ReadonlyMap<string, Some[]> {
  const groups = new Map<string, Some[]>()
  for (const card of cards) {
    const key = keyOf(card)
    groups.set(key, [...(groups.get(key) ?? []), card])
  }
  return groups
}

function fanPlot(
  key: string,
  { together, around }: { readonly together: readonly SnappedCard[]; readonly around: readonly Box[] },
  memory: LayoutMemory,
): ReadonlyMap<string, Box> {
  const [first] = together
  if (!first) return new Map()
  const cards = together.map((card) => ({ id: card.initiativeId, point: anchorOn(card.plot, card.x) }))
  const lying = [...around].sort((one, other) => one.y - other.y || one.x - other.x)
  const said = JSON.stringify([
    first.plot.room,
    lying,
    cards.map(({ id, point }) => `${id} ${point.x} ${point.y}`).sort(),
  ])
  const known = memory.get(key)
  if (known?.cards === said) return known.boxes
  const among = cards.length + Math.floor(lying.length / LOOSE_SHARE)
  const size = cardSizeAmong(sharesPlot(first) ? Math.ceil(cards.length / OVERLAY_ROOM) : among)
  const boxes = fanOut(cards, { ...plotGround(first.plot, first.standing), size, lying })
  memory.set(key, { cards: said, boxes })
  return boxes
}

function snappedPlace({ plot, x, placement }: SnappedCard, box: Box): Place {
  const [left, top] = [box.x + placement.dx, box.y + placement.dy]
  const point = anchorOn(plot, x)
  return { ...box, x: left, y: top, pin: { x: point.x - left, y: point.y - top } }
}

interface FreeCard {
  readonly card: Card
  readonly looks: Looks
  /** Of a card that lies with others on a plot. */
  readonly box: Box | undefined
}

function freePlace(standing: readonly StandingTemplate[], { card, looks, box }: FreeCard): Place {
  const at = box ?? { ...putAt(card), ...CARD_SIZE_PX }
  const isRight = (pin: Point): boolean => {
    const point = { x: at.x + pin.x, y: at.y + pin.y }
    const { under, plot, x } = partsAt(standing, point)
    return under === card.standing && plot === card.plot && x === null
  }
  return { ...at, pin: settlePin({ at, size: at, isRight, looks, regions: regionsOf(standing, card) }) }
}

/** Where somebody put it: its top left corner. */
function putAt(card: Card): Point {
  const from = originOf(card)
  return { x: from.x + card.placement.dx, y: from.y + card.placement.dy }
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
