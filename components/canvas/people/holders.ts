import { computed, type Computed } from 'tldraw'
import type { BoardClient } from '../../board/board-client'
import { PERSON_COLORS } from '../../board/colors/person-colors'
import type { RemoteHold } from '../../board/lane/lane'
import { laneCardId } from './lane-card'

/** Somebody else's hand on a record. */
export interface Holder {
  readonly name: string
  readonly fill: string
  readonly ink: string
}

const carried = new WeakMap<BoardClient, Computed<ReadonlySet<string>>>()
const holders = new WeakMap<BoardClient, Computed<ReadonlyMap<string, Holder>>>()

/** Who else moves what right now, by shape id. Changes when a hand takes or leaves, not while it moves. */
export function holdersOf(client: BoardClient): Computed<ReadonlyMap<string, Holder>> {
  let found = holders.get(client)
  if (!found) {
    found = computed<ReadonlyMap<string, Holder>>('holders', () => readHolders(client), {
      isEqual: sameHolders,
    })
    holders.set(client, found)
  }
  return found
}

/** The shapes that others move, and those let go whose new place is not here yet. Changes as rarely as the holders. */
export function carriedByOthers(client: BoardClient): Computed<ReadonlySet<string>> {
  let found = carried.get(client)
  if (!found) {
    found = computed<ReadonlySet<string>>(
      'carried by others',
      () => new Set(client.lane.holds.get().flatMap((hold) => hold.ids.map((id) => shapeIdOf(hold, id)))),
    )
    carried.set(client, found)
  }
  return found
}

/** The colour of a person's slot; an unknown slot wears the first. */
export function personColor(slot: number): { readonly fill: string; readonly ink: string } {
  return PERSON_COLORS[slot] ?? { fill: '#6d86d7', ink: '#1c1f26' }
}

function readHolders(client: BoardClient): ReadonlyMap<string, Holder> {
  const all = new Map<string, Holder>()
  for (const hold of client.lane.holds.get()) {
    if (hold.released) continue
    const holder = { name: hold.personName, ...personColor(hold.colorSlot) }
    for (const id of hold.ids) all.set(shapeIdOf(hold, id), holder)
  }
  return all
}

function shapeIdOf({ what, clientId }: RemoteHold, id: string): string {
  return what === 'tray' ? laneCardId(clientId, id) : id
}

function sameHolders(one: unknown, other: unknown): boolean {
  if (!(one instanceof Map) || !(other instanceof Map) || one.size !== other.size) return false
  for (const [id, holder] of one as Map<string, Holder>) {
    const found = (other as Map<string, Holder>).get(id)
    if (found?.name !== holder.name || found.fill !== holder.fill) return false
  }
  return true
}
