import type { BoardDocument } from '@/lib/board/layout'

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
