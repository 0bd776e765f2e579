import * as Y from 'yjs'
import { LIMITS } from '@/lib/sync/limits'
import type { UpdateDeletes } from './decode-update'
import type { NewStruct, ResolvedUpdate } from './resolve-structs'

// Where an update names the middle of an item, Yjs cuts it in two and puts the second half into the list of all that its
// client wrote, which moves everything behind it. An honest update cuts a few texts. One that deletes every second
// letter of many, in front of a long list, stops the server for a minute, and every page that hears of it.

/**
 * How many items applying this update moves along in their lists, estimated from above. Counts no further once there
 * are too many.
 */
export function countMoved(
  resolved: Pick<ResolvedUpdate, 'structs' | 'find'>,
  deletes: UpdateDeletes,
  store: Y.Doc['store'],
): number {
  const cuts = new Cuts(store, resolved)
  for (const { struct } of resolved.structs) {
    if (cuts.areTooMany) break
    if (!(struct instanceof Y.Item)) continue
    if (struct.origin) cuts.addBefore(struct.origin.client, struct.origin.clock + 1)
    if (struct.rightOrigin) cuts.addBefore(struct.rightOrigin.client, struct.rightOrigin.clock)
  }
  for (const [client, ranges] of deletes.clients) {
    for (const { clock, len } of ranges) {
      if (cuts.areTooMany) break
      cuts.addAround(client, clock, clock + len)
    }
  }
  return cuts.moved
}

/** One item, and how many stand behind it in the list of its client. */
interface Standing {
  readonly item: Y.Item
  readonly behind: number
}

class Cuts {
  moved = 0
  readonly #store: Y.Doc['store']
  readonly #find: ResolvedUpdate['find']
  /** How many items of each client the update brings. */
  readonly #fresh = new Map<number, number>()
  /** The clocks before which items of each client are cut. */
  readonly #cuts = new Map<number, Set<number>>()

  constructor(store: Y.Doc['store'], { structs, find }: Pick<ResolvedUpdate, 'structs' | 'find'>) {
    this.#store = store
    this.#find = find
    for (const { struct } of structs) this.#fresh.set(struct.id.client, this.#freshOf(struct.id.client) + 1)
  }

  get areTooMany(): boolean {
    return this.moved > LIMITS.MOVED_PER_UPDATE
  }

  /** Something is put before this clock, be it among what is deleted. */
  addBefore(client: number, clock: number): void {
    const standing = this.#standingAt(client, clock)
    if (standing) this.#add(standing, clock)
  }

  /** All from one clock to another is deleted: what is gone already is not cut. */
  addAround(client: number, clock: number, end: number): void {
    const first = this.#standingAt(client, clock)
    if (first && isAlive(first.item)) this.#add(first, clock)
    const last = first && endOf(first.item) > end ? first : this.#standingAt(client, end)
    if (last && isAlive(last.item)) this.#add(last, end)
  }

  #add({ item, behind }: Standing, clock: number): void {
    const { client } = item.id
    if (item.id.clock >= clock || clock >= endOf(item)) return
    const cuts = this.#cuts.get(client) ?? new Set()
    this.#cuts.set(client, cuts)
    if (cuts.has(clock)) return
    this.moved += behind + cuts.size
    cuts.add(clock)
  }

  #standingAt(client: number, clock: number): Standing | null {
    const structs = this.#store.clients.get(client) ?? []
    const fresh = this.#freshOf(client)
    if (clock >= Y.getState(this.#store, client)) return toStanding(this.#find(client, clock), fresh)
    const at = Y.findIndexSS(structs, clock)
    const item = structs[at]
    return item instanceof Y.Item ? { item, behind: structs.length - at - 1 + fresh } : null
  }

  #freshOf(client: number): number {
    return this.#fresh.get(client) ?? 0
  }
}

function toStanding(found: NewStruct | null, behind: number): Standing | null {
  return found?.struct instanceof Y.Item ? { item: found.struct, behind } : null
}

function isAlive(item: Y.Item): boolean {
  return !item.deleted && !(item.content instanceof Y.ContentDeleted)
}

function endOf({ id, length }: Y.Item): number {
  return id.clock + length
}
