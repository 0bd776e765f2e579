import * as Y from 'yjs'

interface Written {
  readonly update?: Uint8Array | undefined
}

/**
 * Those of these changes that a document can have as they were written, in their order: nothing that they build on is
 * missing from it, nor from what fits before them. A change without its update fits nothing.
 */
export function findFitting<Change extends Written>(doc: Y.Doc, changes: readonly Change[]): Change[] {
  const written = changes.filter(({ update }) => update !== undefined)
  if (written.length === 0) return []
  const state = Y.encodeStateAsUpdate(doc)
  if (doFit(state, written)) return written
  // One that does not fit must not keep the others from being brought as they were written.
  const fitting: Change[] = []
  for (const change of written) if (doFit(state, [...fitting, change])) fitting.push(change)
  return fitting
}

function doFit(state: Uint8Array, changes: readonly Written[]): boolean {
  const copy = new Y.Doc()
  for (const update of [state, ...changes.flatMap(({ update }) => update ?? [])]) Y.applyUpdate(copy, update)
  const { pendingStructs, pendingDs } = copy.store
  copy.destroy()
  return pendingStructs === null && pendingDs === null
}
