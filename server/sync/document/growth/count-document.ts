import { ENTITY_ROOTS, type BoardDocument } from '@/lib/board/layout'
import { LIMITS } from '@/lib/sync/limits'

/** How many Yjs client ids wrote in a document; those that wrote only what is gone too. */
export function countClientIds({ doc }: BoardDocument): number {
  return doc.store.clients.size
}

/** How many parts a document is made of, with those of what was deleted. */
export function countDocumentStructs({ doc }: Pick<BoardDocument, 'doc'>): number {
  let structs = 0
  for (const ofClient of doc.store.clients.values()) structs += ofClient.length
  return structs
}

/** Whether a board has so many entities of a kind, those that are deleted with them, that it takes no new one. */
export function takesNoneOfAKind(board: BoardDocument): boolean {
  // What Yjs keeps of a map is counted for nothing, with what was cleared from it; its own size is counted one by one.
  return ENTITY_ROOTS.some(
    (root) => board[root]._map.size >= LIMITS.ENTITIES_IN_ALL && board[root].size >= LIMITS.ENTITIES_IN_ALL,
  )
}
