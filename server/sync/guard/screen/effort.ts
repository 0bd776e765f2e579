import * as Y from 'yjs'
import type { Resolved } from './place'
import type { NewStruct, ResolvedUpdate } from './resolve-structs'

// To place a struct, Yjs walks over everything between its two neighbours. In an honest copy these stood side by
// side, so the walk is over what others wrote there meanwhile: a few steps. A forged struct names neighbours far apart,
// and a thousand of them stop the server for seconds.

/** Steps over what the document holds; each takes about 60 ns. */
const MAX_STORED_STEPS = 100_000
/** Steps over what the same update brings, estimated from above. */
const MAX_FRESH_STEPS = 1_000_000

/** Says whether applying these structs would keep Yjs busy far longer than honest ones do. */
export function isLaborious(
  { structs, find }: Pick<ResolvedUpdate, 'structs' | 'find'>,
  doc: Y.Doc,
): boolean {
  const counted = new Map<unknown, number>()
  let left = MAX_STORED_STEPS
  for (const { struct, place } of structs) {
    if (!(struct instanceof Y.Item)) continue
    const { origin, rightOrigin } = struct
    const right = rightOrigin && find(rightOrigin.client, rightOrigin.clock)?.struct
    // Between the same left neighbour and a right one that comes along lies no more than was walked over for that one.
    const isBeside = right instanceof Y.Item && Y.compareIDs(right.origin, origin)
    const steps = isBeside ? (counted.get(right) ?? 0) : countStored({ struct, place }, doc, left)
    counted.set(struct, steps)
    left -= steps
    if (left <= 0) return true
  }
  return estimateFresh(structs) > MAX_FRESH_STEPS
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
