import type { TLRecord, TLStore } from '@tldraw/tlschema'

/** Says whether a record of this id is the document's, and not of one page alone: what is selected there, where it looks. */
export function isOfDocument(store: TLStore, id: string): boolean {
  return store.scopedTypes.document.has(id.slice(0, id.indexOf(':')) as TLRecord['typeName'])
}
