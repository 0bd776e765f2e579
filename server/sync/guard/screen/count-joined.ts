import * as Y from 'yjs'
import type { UpdateDeletes } from './decode-update'
import type { ResolvedUpdate } from './resolve-structs'

// What is deleted beside something that is gone Yjs makes one with it, and moves everything behind it in the list of its
// client. It does so from the end: of an honest deletion little is left behind. One of every fourth letter of many texts
// that are full of gaps stops the server for seconds, and every page that hears of it.

/** How many items are moved along in their lists to join what an update deletes with what is gone, estimated from above. */
export function countJoined(
  deletes: UpdateDeletes,
  { structs }: Pick<ResolvedUpdate, 'structs'>,
  store: Y.Doc['store'],
): number {
  const fresh = new Map<number, number>()
  for (const { struct } of structs) fresh.set(struct.id.client, (fresh.get(struct.id.client) ?? 0) + 1)
  let moved = 0
  for (const [client, ranges] of deletes.clients) {
    const list: readonly (Y.Item | Y.GC)[] = store.clients.get(client) ?? []
    moved += countOf({ list, state: Y.getState(store, client), fresh: fresh.get(client) ?? 0 }, ranges)
  }
  return moved
}

interface ClientList {
  readonly list: readonly (Y.Item | Y.GC)[]
  readonly state: number
  /** How many the update adds. */
  readonly fresh: number
}

function countOf({ list, state, fresh }: ClientList, ranges: readonly DeletedRange[]): number {
  let [moved, joined] = [0, 0]
  for (const { clock, len } of ranges.toReversed()) {
    // Where something stands in what comes along is not looked up: all of it may be behind it.
    if (clock + len > state) moved += fresh
    if (clock >= state) continue
    const from = indexAt(list, clock)
    const end = clock + len < state ? indexAt(list, clock + len - 1) + 1 : list.length
    if (!isAnyAlive(list, from, end)) continue
    moved += list.length - end - joined + fresh
    joined += countSurelyJoined(list, from, end)
  }
  return moved
}

type List = ClientList['list']

function isAnyAlive(list: List, from: number, end: number): boolean {
  for (let at = from; at < end; at++) if (!list[at]?.deleted) return true
  return false
}

/** How many fewer there are once these are gone, with what is gone on either side. */
function countSurelyJoined(list: List, from: number, end: number): number {
  const first = list[from - 1]?.deleted ? from : from + 1
  const last = list[end]?.deleted ? end : end - 1
  let joined = 0
  for (let at = first; at <= last; at++) if (isJoined(list[at - 1], list[at])) joined++
  return joined
}

/** Whether Yjs makes one of these two for sure, once both are gone. */
function isJoined(left: Y.Item | Y.GC | undefined, right: Y.Item | Y.GC | undefined): boolean {
  if (!(left instanceof Y.Item && right instanceof Y.Item)) return false
  const isBehind = left.right === right && Y.compareIDs(right.origin, left.lastId)
  return isBehind && Y.compareIDs(left.rightOrigin, right.rightOrigin)
}

type DeletedRange = UpdateDeletes['clients'] extends Map<number, (infer Range)[]> ? Range : never

function indexAt(list: readonly (Y.Item | Y.GC)[], clock: number): number {
  return Y.findIndexSS(list as Parameters<typeof Y.findIndexSS>[0], clock)
}
