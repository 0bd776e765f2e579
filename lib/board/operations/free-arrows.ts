import { isFields } from '../is-fields'
import type { BoardRecord, Json } from '../layout'

/** The canvas draws every note this large before it grows for its words. */
const NOTE_PX = 200
/** Where an arrow's end may stand, from the arrow's own place. */
const FARTHEST_PX = 50_000

interface Freeing {
  readonly records: ReadonlyMap<string, BoardRecord>
  readonly going: ReadonlySet<unknown>
  /** The `place` unit of a shape as it stands on the page. */
  readonly placeOf: (id: string) => Json
}

/**
 * Answers with how arrows change that hung on shapes that go: their end stays where they pointed to. Else they would jump
 * to where somebody let go of it once, however far those shapes were carried since. Of shapes without a size of their
 * own nothing is known, and their arrows are left.
 */
export function freeArrows(freeing: Freeing): { before: BoardRecord; after: BoardRecord }[] {
  return [...freeing.records.values()].flatMap((record) => {
    if (!freeing.going.has(record['toId']) || freeing.going.has(record['fromId'])) return []
    return freeArrow(freeing, record) ?? []
  })
}

function freeArrow({ records, placeOf }: Freeing, { fromId, toId, props }: BoardRecord) {
  if (typeof fromId !== 'string' || typeof toId !== 'string' || !isFields(props)) return null
  const [before, target] = [records.get(fromId), records.get(toId)]
  const { terminal, isPrecise, normalizedAnchor } = props
  if (!before || !target || !isFields(before['props']) || typeof terminal !== 'string') return null
  const anchor = anchorIn(target, isPrecise === true ? normalizedAnchor : undefined)
  const end = anchor && fromPage(placeOf(fromId), toPage(placeOf(toId), anchor))
  if (!end || Math.max(Math.abs(end.x), Math.abs(end.y)) > FARTHEST_PX) return null
  return { before, after: { ...before, props: { ...before['props'], [terminal]: end } } }
}

type Point = {
  readonly x: number
  readonly y: number
}

/** The point of a shape an arrow points to, from its own corner; its middle where nobody chose one. */
function anchorIn({ type, props }: BoardRecord, anchor: Json | undefined): Point | null {
  if (!isFields(props)) return null
  const { w, h, growY, scale } = props
  const [width, height] = type === 'note' ? [NOTE_PX, NOTE_PX] : [w, h]
  if (typeof width !== 'number' || typeof height !== 'number') return null
  const { x, y } = isFields(anchor) ? anchor : {}
  // Of others the scale is in their size already.
  const times = type === 'note' ? numberOr(1, scale) : 1
  return { x: width * times * numberOr(0.5, x), y: (height + numberOr(0, growY)) * times * numberOr(0.5, y) }
}

function toPage(place: Json, { x, y }: Point): Point {
  const { x: left, y: top, rotation } = readPlace(place)
  const [sin, cos] = [Math.sin(rotation), Math.cos(rotation)]
  return { x: left + x * cos - y * sin, y: top + x * sin + y * cos }
}

function fromPage(place: Json, point: Point): Point {
  const { x: left, y: top, rotation } = readPlace(place)
  const [sin, cos] = [Math.sin(rotation), Math.cos(rotation)]
  const [x, y] = [point.x - left, point.y - top]
  return { x: x * cos + y * sin, y: y * cos - x * sin }
}

function readPlace(place: Json): Point & { readonly rotation: number } {
  const [, x, y, rotation] = Array.isArray(place) ? (place as readonly Json[]) : []
  return { x: numberOr(0, x), y: numberOr(0, y), rotation: numberOr(0, rotation) }
}

function numberOr(otherwise: number, value: Json | undefined): number {
  return typeof value === 'number' ? value : otherwise
}
