import * as Y from 'yjs'
import type { NewStruct, ResolvedUpdate } from './resolve-structs'

// To place a struct, Yjs walks over everything between its two neighbours. In an honest copy these stood side by
// side, so the walk is over what others wrote there meanwhile: a few steps. A forged struct names neighbours far apart,
// and a thousand of them stop the server for seconds.

/** Steps over what the document holds; each takes about 60 ns. */
const MAX_STORED_STEPS = 100_000
/** Steps over what the same update brings, estimated from above. */
const MAX_FRESH_STEPS = 1_000_000

/** Says whether applying these structs would keep Yjs busy far longer than honest ones do. */
export function isLaborious({ structs }: Pick<ResolvedUpdate, 'structs'>, doc: Y.Doc): boolean {
  let left = MAX_STORED_STEPS
  for (const { struct } of structs) {
    if (struct instanceof Y.Item) left -= countStored(struct, doc, left)
    if (left <= 0) return true
  }
  return estimateFresh(structs) > MAX_FRESH_STEPS
}

function countStored(struct: Y.Item, doc: Y.Doc, most: number): number {
  let steps = 0
  for (let at = firstBetween(struct, doc); at !== null && steps < most; at = at.right) {
    if (struct.rightOrigin && holds(at, struct.rightOrigin)) break
    steps += 1
  }
  return steps
}

function firstBetween({ origin, parent, parentSub }: Y.Item, doc: Y.Doc): Y.Item | null {
  if (origin) return storedItem(doc, origin)?.right ?? null
  const type = typeOf(parent, doc)
  if (!type || parentSub === null) return type?._start ?? null
  let at = type._map.get(parentSub) ?? null
  while (at?.left) at = at.left
  return at
}

/** Off the wire, a parent is a root's name or the id of the item that holds the type. */
function typeOf(parent: unknown, doc: Y.Doc): Pick<Y.AbstractType<unknown>, '_start' | '_map'> | null {
  if (typeof parent === 'string') return doc.share.get(parent) ?? null
  const holder = parent instanceof Y.ID ? storedItem(doc, parent) : null
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
