import * as Y from 'yjs'
import type { ClientIds } from '../client-ids'
import type { Cell } from './cells'

/**
 * Writes an allowed value again that lost only to the server's own write-back. Yjs orders concurrent writes by client
 * id, so a value can land left of a forbidden one and of what the server put over that. Whatever stands right of it
 * then is void: written by the server, or written over by the server. Anything else right of it beat it fairly.
 */
export function rewriteIfLost(cell: Cell, written: Y.Item, clientIds: ClientIds): boolean {
  const { doc } = cell.map
  if (!doc || !(written.content instanceof Y.ContentAny)) return false
  const item: Y.Item | Y.GC = Y.getItem(doc.store, written.id)
  if (!(item instanceof Y.Item) || item.parent !== cell.map || item.right === null) return false
  for (let right: Y.Item | null = item.right; right !== null; right = right.right) {
    if (!isVoid(right, clientIds)) return false
  }
  cell.map.set(cell.key, written.content.arr[0])
  return true
}

function isVoid(item: Y.Item, clientIds: ClientIds): boolean {
  if (clientIds.isServer(item.id.client)) return true
  const over = item.right
  return (
    over !== null &&
    clientIds.isServer(over.id.client) &&
    over.origin !== null &&
    Y.compareIDs(over.origin, item.lastId)
  )
}
