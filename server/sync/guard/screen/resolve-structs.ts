import * as Y from 'yjs'
import { LIMITS } from '@/lib/sync/limits'
import type { ClientBlock, DecodedUpdate, WireStruct } from './decode-update'
import { entryOf, isSamePlace, within, type PlaceFinder, type Resolved } from './place'

/**
 * Looks for a struct that is ready: at worst one goes through all clients for each struct. That is 64 clients with as
 * many structs as an update may have, or more clients with fewer.
 */
const MAX_LOOKS = 64 * LIMITS.STRUCTS_PER_UPDATE

/** One struct the server does not have yet, and where it will stand. */
export interface NewStruct {
  readonly struct: WireStruct
  readonly place: Resolved
}

export interface ResolvedUpdate {
  /** In an order in which each stands after all it builds on. */
  readonly structs: readonly NewStruct[]
  /** The clients that wrote them. */
  readonly clients: readonly number[]
  /** Whether the update also carries structs the server has. */
  readonly overlaps: boolean
  /** The new struct that holds this clock; null where the update has none. */
  find(client: number, clock: number): NewStruct | null
}

/** The unread part of one client's structs. `resolved` lines up with `structs` from the first new one on. */
interface Pending extends ClientBlock {
  readonly known: number
  readonly first: number
  readonly resolved: NewStruct[]
}

/**
 * Finds the place of every new struct of an update. `missing` where something it builds on is neither in the document
 * nor in the update; `invalid` where its structs wait for each other.
 */
export function resolveStructs(
  decoded: DecodedUpdate,
  store: Y.Doc['store'],
  places: PlaceFinder,
): ResolvedUpdate | 'missing' | 'invalid' {
  const unread = readOn(decoded, store)
  if (unread === 'missing') return 'missing'
  const { pending, overlaps } = unread
  if (pending.size > LIMITS.CLIENT_IDS_PER_UPDATE || countLooks(pending) > MAX_LOOKS) return 'invalid'
  const resolver = new Resolver(store, places, pending)
  const structs = resolver.resolveAll()
  if (typeof structs === 'string') return structs
  return {
    structs,
    clients: [...pending.keys()],
    overlaps,
    find: (client, clock) => resolver.find(client, clock),
  }
}

/** What of an update is new; `overlaps` where it begins with something known. */
function readOn(
  { blocks }: DecodedUpdate,
  store: Y.Doc['store'],
): { pending: ReadonlyMap<number, Pending>; overlaps: boolean } | 'missing' {
  const pending = new Map<number, Pending>()
  let overlaps = false
  for (const block of blocks) {
    const known = Y.getState(store, block.client)
    const begin = block.structs[0]?.id.clock ?? 0
    if (begin > known) return 'missing'
    const first = block.structs.findIndex((struct) => struct.id.clock + struct.length > known)
    if (first !== 0 || begin !== known) overlaps = true
    if (first >= 0) pending.set(block.client, { ...block, known, first, resolved: [] })
  }
  return { pending, overlaps }
}

function countLooks(pending: ReadonlyMap<number, Pending>): number {
  let news = 0
  for (const { structs, first } of pending.values()) news += structs.length - first
  return pending.size * news
}

class Resolver {
  readonly #store: Y.Doc['store']
  readonly #places: PlaceFinder
  readonly #pending: ReadonlyMap<number, Pending>
  #missing = false

  constructor(store: Y.Doc['store'], places: PlaceFinder, pending: ReadonlyMap<number, Pending>) {
    this.#store = store
    this.#places = places
    this.#pending = pending
  }

  resolveAll(): NewStruct[] | 'missing' | 'invalid' {
    const all: NewStruct[] = []
    let waiting = this.#pending.size
    let progress = true
    while (waiting > 0 && progress) {
      progress = false
      waiting = 0
      for (const block of this.#pending.values()) {
        if (this.#advance(block, all)) progress = true
        if (block.first + block.resolved.length < block.structs.length) waiting += 1
      }
    }
    if (waiting === 0) return all
    return this.#missing ? 'missing' : 'invalid'
  }

  find(client: number, clock: number): NewStruct | null {
    const block = this.#pending.get(client)
    if (!block || clock < block.known) return null
    let low = 0
    let high = block.resolved.length - 1
    while (low <= high) {
      const middle = (low + high) >> 1
      const found = block.resolved[middle]
      if (!found) return null
      if (clock < found.struct.id.clock) high = middle - 1
      else if (clock >= found.struct.id.clock + found.struct.length) low = middle + 1
      else return found
    }
    return null
  }

  #advance(block: Pending, all: NewStruct[]): boolean {
    const before = block.resolved.length
    for (let at = block.first + before; at < block.structs.length; at++) {
      const struct = block.structs[at]
      if (!struct || !this.#isReady(struct, block)) break
      const resolved = { struct, place: this.#placeOf(struct, block) }
      block.resolved.push(resolved)
      all.push(resolved)
    }
    return block.resolved.length > before
  }

  #isReady(struct: WireStruct, block: Pending): boolean {
    if (struct instanceof Y.GC) return true
    const parent = struct.parent instanceof Y.ID ? struct.parent : null
    const left = leftOf(struct, block)
    return [left, struct.rightOrigin, parent].every((id) => id === null || this.#has(id, struct.id))
  }

  #has(id: Y.ID, reader: Y.ID): boolean {
    if (id.client === reader.client && id.clock >= reader.clock)
      return id.clock < Y.getState(this.#store, id.client)
    if (id.clock < Y.getState(this.#store, id.client)) return true
    if (this.find(id.client, id.clock)) return true
    const block = this.#pending.get(id.client)
    const last = block?.structs.at(-1)
    if (!last || id.clock >= last.id.clock + last.length) this.#missing = true
    return false
  }

  #placeOf(struct: WireStruct, block: Pending): Resolved {
    if (struct instanceof Y.GC) return 'gone'
    const left = this.#sibling(leftOf(struct, block))
    const right = this.#sibling(struct.rightOrigin)
    if (left === 'collected' || right === 'collected') return 'gone'
    if (left && right) return isSamePlace(left, right) ? left : 'nowhere'
    if (left || right) return left ?? right ?? 'nowhere'
    if (struct.parent instanceof Y.ID) return this.#placeInside(struct.parent, struct.parentSub)
    // Off the wire a root is its name, though the type does not say so.
    const root: unknown = struct.parent
    return typeof root === 'string' ? entryOf(root, struct.parentSub) : 'nowhere'
  }

  /** Where a neighbour stands; `collected` where Yjs kept nothing but its length and makes the same of this struct. */
  #sibling(id: Y.ID | null): Resolved | 'collected' | null {
    if (id === null) return null
    const fresh = this.find(id.client, id.clock)
    if (fresh) return fresh.struct instanceof Y.GC ? 'collected' : fresh.place
    const stored = this.#stored(id)
    return stored ? this.#places.ofItem(stored) : 'collected'
  }

  #placeInside(id: Y.ID, key: string | null): Resolved {
    const fresh = this.find(id.client, id.clock)
    const holder = fresh ? fresh.struct : this.#stored(id)
    if (!(holder instanceof Y.Item)) return 'gone'
    if (!(holder.content instanceof Y.ContentType)) {
      return holder.content instanceof Y.ContentDeleted ? 'gone' : 'nowhere'
    }
    if (!fresh) return this.#places.inside(holder.content.type, key)
    const place = typeof fresh.place === 'string' ? fresh.place : { ...fresh.place, fresh: true }
    return within(place, holder.content.type, key)
  }

  #stored(id: Y.ID): Y.Item | null {
    const structs = this.#store.clients.get(id.client)
    const found = structs?.[Y.findIndexSS(structs, id.clock)]
    return found instanceof Y.Item ? found : null
  }
}

/** What the new part of a struct stands right of: where the server has its beginning, that beginning. */
function leftOf(struct: Y.Item, block: Pending): Y.ID | null {
  return struct.id.clock < block.known ? Y.createID(struct.id.client, block.known - 1) : struct.origin
}
