import * as Y from 'yjs'

/** Says whether a document can have these as they were written: nothing that they build on is missing. */
export function fitsDocument(doc: Y.Doc, updates: readonly Uint8Array[]): boolean {
  const copy = new Y.Doc()
  for (const update of [Y.encodeStateAsUpdate(doc), ...updates]) Y.applyUpdate(copy, update)
  const { pendingStructs, pendingDs } = copy.store
  copy.destroy()
  return pendingStructs === null && pendingDs === null
}
