import { intoFrame, outOfFrame, type Frame } from '../../geometry/frame'
import type { Point } from '../../geometry/point'
import { isFields } from '../is-fields'
import type { BoardRecord, Json } from '../layout'
import { isTooLong } from '../limits/shape-limits'
import { NOTE_PX } from '../shapes/note'

interface Freeing {
  readonly records: ReadonlyMap<string, BoardRecord>
  /** What binds arrows to things of which one or both go. */
  readonly bindings: readonly BoardRecord[]
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
  const { bindings, going } = freeing
  return bindings.flatMap((binding) =>
    going.has(binding['fromId']) ? [] : (freeArrow(freeing, binding) ?? []),
  )
}

function freeArrow({ records, placeOf }: Freeing, { fromId, toId, props }: BoardRecord) {
  if (typeof fromId !== 'string' || typeof toId !== 'string' || !isFields(props)) return null
  const [before, target] = [records.get(fromId), records.get(toId)]
  const { terminal, isPrecise, normalizedAnchor } = props
  if (!before || !target || !isFields(before['props']) || typeof terminal !== 'string') return null
  const anchor = anchorIn(target, isPrecise === true ? normalizedAnchor : undefined)
  if (!anchor) return null
  const { x, y } = intoFrame(frameOf(placeOf(fromId)), outOfFrame(frameOf(placeOf(toId)), anchor))
  if (isTooLong([x, y])) return null
  return { before, after: { ...before, props: { ...before['props'], [terminal]: { x, y } } } }
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

function frameOf(place: Json): Frame {
  const [, x, y, turn] = Array.isArray(place) ? (place as readonly Json[]) : []
  return { x: numberOr(0, x), y: numberOr(0, y), turn: numberOr(0, turn) }
}

function numberOr(otherwise: number, value: Json | undefined): number {
  return typeof value === 'number' ? value : otherwise
}
