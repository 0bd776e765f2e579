import * as Y from 'yjs'

/** The types an update changed, each with the changed keys (null: the content of a text). */
export type ChangedTypes = Y.Transaction['changed']

/**
 * Applies one screened update inside a running transaction and answers with what this update alone changed. Types
 * created in the same transaction are not among them. `transaction.changed` is a plain property of Yjs, not its API:
 * yjs is pinned, and a test covers this.
 */
export function applyAttributed(transaction: Y.Transaction, update: Uint8Array): ChangedTypes {
  const all = transaction.changed
  const own: ChangedTypes = new Map()
  transaction.changed = own
  try {
    Y.applyUpdate(transaction.doc, update, transaction.origin)
  } finally {
    transaction.changed = all
    for (const [type, keys] of own) {
      const known = all.get(type)
      if (known) keys.forEach((key) => known.add(key))
      else all.set(type, new Set(keys))
    }
  }
  return own
}

/** Forgets what Yjs could not integrate; says whether there was anything. Screening leaves nothing here. */
export function dropPending(doc: Y.Doc): boolean {
  const { store } = doc
  const hadPending = store.pendingStructs !== null || store.pendingDs !== null
  store.pendingStructs = null
  store.pendingDs = null
  return hadPending
}
