import * as Y from 'yjs'
import { LIMITS } from '@/lib/sync/limits'
import type { Resolved } from './place'
import type { NewStruct, ResolvedUpdate } from './resolve-structs'

// To place a struct, Yjs walks over everything between its two neighbours. In an honest copy these stood side by
// side, so the walk is over what others wrote there meanwhile: as many steps as they moved the same card. A forged struct
// names neighbours far apart, and a thousand of them stop the server for seconds.

const { MOVED_PER_UPDATE, MOVED_PER_STEP, MOVED_PER_NEAR_STEP, MOVED_PER_FRESH_STEP, NEAR_STEPS } = LIMITS

/** One walk over more than this is too far by itself; counting ends there. */
const MOST_STEPS = 1 + MOVED_PER_UPDATE / MOVED_PER_STEP

/**
 * How far Yjs walks to place these structs, estimated from above, in entries as `countMoved` counts them. Counts no
 * further once it is too far.
 */
export function countWalked({ structs, find }: Pick<ResolvedUpdate, 'structs' | 'find'>, doc: Y.Doc): number {
  const counted = new Map<unknown, number>()
  let moved = 0
  for (const { struct, place } of structs) {
    if (!(struct instanceof Y.Item)) continue
    const { origin, rightOrigin } = struct
    const right = rightOrigin && find(rightOrigin.client, rightOrigin.clock)?.struct
    // Between the same left neighbour and a right one that comes along lies no more than was walked over for that one.
    const isBeside = right instanceof Y.Item && Y.compareIDs(right.origin, origin)
    const own = isBeside ? (counted.get(right) ?? 0) : countStored({ struct, place }, doc, MOST_STEPS)
    counted.set(struct, own)
    moved += toMoved(own)
    if (moved > MOVED_PER_UPDATE) return moved
  }
  return moved + estimateFresh(structs, doc) * MOVED_PER_FRESH_STEP
}

/** A walk over what others wrote in the place of one thing meanwhile is honest work and counts for less, a long one in full. */
function toMoved(steps: number): number {
  return steps * (steps > NEAR_STEPS ? MOVED_PER_STEP : MOVED_PER_NEAR_STEP)
}

/** Whoever edits what somebody deletes at that moment writes less than this into it. */
const MOST_LEAVING = 32

/**
 * Says whether Yjs would walk to place structs inside something deleted in this tick, which is no honest edit. It has let
 * go of that at the end of the tick, and then there is nothing left to walk over.
 */
export function walksInLeaving({ structs }: Pick<ResolvedUpdate, 'structs'>, doc: Y.Doc): boolean {
  const leaving = structs.flatMap(({ struct, place }) =>
    place === 'leaving' && struct instanceof Y.Item ? [{ struct, place }] : [],
  )
  const isAmong = (placed: PlacedItem): boolean =>
    placed.struct.rightOrigin !== null || firstBetween(placed, doc) !== null
  return leaving.length > MOST_LEAVING || leaving.some(isAmong)
}

interface PlacedItem extends NewStruct {
  readonly struct: Y.Item
}

function countStored(placed: PlacedItem, doc: Y.Doc, most: number): number {
  const { rightOrigin } = placed.struct
  let steps = 0
  for (let at = firstBetween(placed, doc); at !== null && steps < most; at = at.right) {
    if (rightOrigin && holds(at, rightOrigin)) break
    steps += 1
  }
  return steps
}

function firstBetween({ struct, place }: PlacedItem, doc: Y.Doc): Y.Item | null {
  const { origin, parent, parentSub } = struct
  if (origin) return storedItem(doc, origin)?.right ?? null
  // With a right neighbour alone its parent is not told. For a key `belongsThere` takes none.
  const type = typeOf(parent, doc) ?? textAt(place, doc)
  if (!type || parentSub === null) return type?._start ?? null
  let at = type._map.get(parentSub) ?? null
  while (at?.left) at = at.left
  return at
}

type Walked = Pick<Y.AbstractType<unknown>, '_start' | '_map'>

/** Off the wire, a parent is a root's name or the id of the item that holds the type. */
function typeOf(parent: unknown, doc: Y.Doc): Walked | null {
  if (typeof parent === 'string') return doc.share.get(parent) ?? null
  return typeIn(parent instanceof Y.ID ? storedItem(doc, parent) : null)
}

function textAt(place: Resolved, doc: Y.Doc): Walked | null {
  if (typeof place === 'string' || !place.inText) return null
  const entry = typeIn(doc.share.get(place.root)?._map.get(place.id))
  return typeIn(entry?._map.get(place.unit ?? ''))
}

function typeIn(holder: Y.Item | null | undefined): Walked | null {
  return holder?.content instanceof Y.ContentType ? holder.content.type : null
}

function storedItem({ store }: Y.Doc, id: Y.ID): Y.Item | null {
  if (id.clock >= Y.getState(store, id.client)) return null
  const found: Y.Item | Y.GC = Y.getItem(store, id)
  return found instanceof Y.Item ? found : null
}

function holds(item: Y.Item, { client, clock }: Y.ID): boolean {
  return item.id.client === client && item.id.clock <= clock && clock < item.id.clock + item.length
}

/** The text or key of a map that structs of one update stand in, and in which order as far as that is known. */
class Stretch {
  readonly #doc: Y.Doc
  /** What stands right of a letter or value, where this update put something there; null where that is the end. */
  readonly #next = new Map<string, Y.ID | null>()
  /** Where what each client last put there ends. */
  readonly #ends = new Map<number, Y.ID>()
  #count = 0
  #unplaced = 0

  constructor(doc: Y.Doc) {
    this.#doc = doc
  }

  /** Puts a struct there; answers with how many others of the update Yjs may walk over for it, estimated from above. */
  put(placed: PlacedItem): number {
    const { id, origin, rightOrigin, lastId } = placed.struct
    const end = this.#ends.get(id.client)
    const goesOn = end !== undefined && Y.compareIDs(end, origin)
    const next = this.#rightOf(placed)
    const isBeside = next !== undefined && isSameId(next, rightOrigin)
    const steps = goesOn ? 0 : isBeside ? this.#unplaced : this.#count
    this.#count += 1
    if (isBeside) this.#next.set(keyOf(origin), id)
    else this.#unplaced += 1
    this.#next.set(keyOf(lastId), rightOrigin)
    this.#ends.set(id.client, lastId)
    return steps
  }

  /** Undefined where it is within something that this update brings. */
  #rightOf(placed: PlacedItem): Y.ID | null | undefined {
    const { origin } = placed.struct
    const put = this.#next.get(keyOf(origin))
    if (put !== undefined || !origin) return put === undefined ? idOf(firstBetween(placed, this.#doc)) : put
    const within = Y.createID(origin.client, origin.clock + 1)
    const stored = storedItem(this.#doc, origin)
    if (!stored) return within
    return holds(stored, within) ? within : idOf(stored.right)
  }
}

function idOf(item: Y.Item | null): Y.ID | null {
  return item && item.id
}

function isSameId(one: Y.ID | null, other: Y.ID | null): boolean {
  return Y.compareIDs(one, other)
}

function keyOf(id: Y.ID | null): string {
  return id ? `${id.client} ${id.clock}` : 'start'
}

/**
 * A struct needs no walk that goes on where its writer's last one ended, or stands between two that are side by side; any
 * other may pass all that came with it.
 */
function estimateFresh(structs: readonly NewStruct[], doc: Y.Doc): number {
  const stretches = new Map<string, Stretch>()
  let steps = 0
  for (const { struct, place } of structs) {
    if (!(struct instanceof Y.Item) || typeof place === 'string') continue
    const key = `${place.root}/${place.id}/${place.unit ?? ''}`
    const stretch = stretches.get(key) ?? new Stretch(doc)
    stretches.set(key, stretch)
    steps += stretch.put({ struct, place })
  }
  return steps
}
