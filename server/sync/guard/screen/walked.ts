import * as Y from 'yjs'
import { LIMITS } from '@/lib/sync/limits'
import type { Resolved } from './place'
import type { NewStruct, ResolvedUpdate } from './resolve-structs'

// To place a struct, Yjs walks over everything between its two neighbours. In an honest copy these stood side by
// side, so the walk is over what others wrote there meanwhile: a few steps. A forged struct names neighbours far apart,
// and a thousand of them stop the server for seconds.

/** A walk over more than this is never honest; counting ends there. */
const MOST_STEPS = 1 + LIMITS.MOVED_PER_UPDATE / LIMITS.MOVED_PER_STEP

/**
 * How far Yjs walks to place these structs, estimated from above, in entries as `countMoved` counts them. Counts no
 * further once it is too far.
 */
export function countWalked({ structs, find }: Pick<ResolvedUpdate, 'structs' | 'find'>, doc: Y.Doc): number {
  const counted = new Map<unknown, number>()
  let steps = 0
  for (const { struct, place } of structs) {
    if (!(struct instanceof Y.Item)) continue
    const { origin, rightOrigin } = struct
    const right = rightOrigin && find(rightOrigin.client, rightOrigin.clock)?.struct
    // Between the same left neighbour and a right one that comes along lies no more than was walked over for that one.
    const isBeside = right instanceof Y.Item && Y.compareIDs(right.origin, origin)
    const own = isBeside ? (counted.get(right) ?? 0) : countStored({ struct, place }, doc, MOST_STEPS - steps)
    counted.set(struct, own)
    steps += own
    if (steps >= MOST_STEPS) break
  }
  return steps * LIMITS.MOVED_PER_STEP + estimateFresh(structs) * LIMITS.MOVED_PER_FRESH_STEP
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

/** A struct that goes on where its writer's last one ended needs no walk; any other may pass all before it. */
function estimateFresh(structs: readonly NewStruct[]): number {
  const ends = new Map<string, Y.ID>()
  const counts = new Map<string, number>()
  let steps = 0
  for (const { struct, place } of structs) {
    if (!(struct instanceof Y.Item) || typeof place === 'string') continue
    const key = `${place.root}/${place.id}/${place.unit ?? ''}`
    const writer = `${struct.id.client} ${key}`
    const count = counts.get(key) ?? 0
    const end = ends.get(writer)
    if (!end || !struct.origin || !Y.compareIDs(end, struct.origin)) steps += count
    ends.set(writer, struct.lastId)
    counts.set(key, count + 1)
  }
  return steps
}
