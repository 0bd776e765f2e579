import * as Y from 'yjs'

interface Written {
  readonly update?: Uint8Array | undefined
}

type DeletedOf = readonly [clientId: number, readonly { readonly clock: number; readonly len: number }[]]

/**
 * Those of these changes that a document can have as they were written, in their order: nothing that they build on is
 * missing from it, nor from what fits before them. A change without its update fits nothing.
 */
export function findFitting<Change extends Written>(doc: Y.Doc, changes: readonly Change[]): Change[] {
  const written = changes.filter(({ update }) => update !== undefined)
  if (written.length === 0) return []
  const state = Y.encodeStateAsUpdate(doc)
  if (isWhole(copyWith(state, written))) return written
  // One that does not fit must not keep the others from being brought as they were written.
  const fitting: Change[] = []
  let copy = copyWith(state, [])
  for (const change of written) {
    // Hundreds may build on the one that is missing, and each copy takes as long as reading the board does.
    if (!followsOn(copy, change)) continue
    apply(copy, [change])
    if (isWhole(copy)) fitting.push(change)
    else copy = copyWith(state, fitting)
  }
  return fitting
}

function copyWith(state: Uint8Array, changes: readonly Written[]): Y.Doc {
  const copy = new Y.Doc()
  apply(copy, [{ update: state }, ...changes])
  return copy
}

function apply(copy: Y.Doc, changes: readonly Written[]): void {
  copy.transact(() => {
    for (const { update } of changes) if (update) Y.applyUpdate(copy, update)
  })
}

/** Whether the document knows of each client all before what it wrote in it, and all of what is deleted in it. */
function followsOn(copy: Y.Doc, { update }: Written): boolean {
  if (!update) return false
  const { from, to } = Y.parseUpdateMeta(update)
  const known = (clientId: number): number => Y.getState(copy.store, clientId)
  const isThere = ([clientId, deleted]: DeletedOf): boolean =>
    deleted.every(({ clock, len }) => clock + len <= Math.max(known(clientId), to.get(clientId) ?? 0))
  return (
    [...from].every(([clientId, clock]) => clock <= known(clientId)) &&
    [...Y.decodeUpdate(update).ds.clients].every(isThere)
  )
}

function isWhole({ store }: Y.Doc): boolean {
  return store.pendingStructs === null && store.pendingDs === null
}
