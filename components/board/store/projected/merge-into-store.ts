import type { RecordsDiff } from '@tldraw/store'
import type { TLRecord, TLStore } from '@tldraw/tlschema'
import type { BoardRecord } from '@/lib/board/layout'

interface FailedRecord {
  readonly id: string
  readonly reason: string
}

const merging = new WeakSet<TLStore>()

/** Says whether what happens to a store at this moment is what the document says. */
export function isMergedInto(store: TLStore): boolean {
  return merging.has(store)
}

/**
 * Writes a batch as one remote change: one put, so that bindings arrive with their shapes, then one removal, when no
 * child hangs on what goes. Answers with the records the store will not have; they keep nobody else out. Where a rule of
 * the canvas throws over one, the others come and go all the same; only then it throws, too.
 */
export function mergeIntoStore(
  store: TLStore,
  batch: { put: readonly BoardRecord[]; remove: readonly string[] },
): readonly FailedRecord[] {
  const put = batch.put as readonly unknown[] as TLRecord[]
  const remove = batch.remove as TLRecord['id'][]
  try {
    merge(store, () => write(store, put, remove))
    return []
  } catch (error) {
    // One bad record fails the whole put: find it, and let the others in.
    const failed = put.flatMap((record) => failureOf(store, record))
    if (failed.length === 0) {
      writeApart(store, put, remove)
      throw error
    }
    const bad = new Set(failed.map(({ id }) => id))
    merge(store, () =>
      write(
        store,
        put.filter(({ id }) => !bad.has(id)),
        remove,
      ),
    )
    return failed
  }
}

function merge(store: TLStore, change: () => void): void {
  merging.add(store)
  try {
    store.mergeRemoteChanges(change)
  } finally {
    merging.delete(store)
  }
}

function write(store: TLStore, put: TLRecord[], remove: TLRecord['id'][]): void {
  if (put.length > 0) store.put(put)
  if (remove.length > 0) store.remove(remove)
}

/**
 * Each by itself, so that one over which a rule throws keeps nobody else. What is gone goes past such a rule: left in the
 * store it would be seen, and lie where something else does, so that nothing could be put between.
 */
function writeApart(store: TLStore, put: readonly TLRecord[], remove: readonly TLRecord['id'][]): void {
  for (const record of put) isDone(() => merge(store, () => store.put([record])))
  for (const id of remove) {
    const record = store.get(id)
    if (!record || isDone(() => merge(store, () => store.remove([id])))) continue
    const diff = { added: {}, updated: {}, removed: { [id]: record } } as RecordsDiff<TLRecord>
    isDone(() => merge(store, () => store.applyDiff(diff, { runCallbacks: false })))
  }
}

function isDone(act: () => void): boolean {
  try {
    act()
    return true
  } catch {
    return false
  }
}

function failureOf(store: TLStore, record: TLRecord): FailedRecord[] {
  try {
    store.schema.validateRecord(store, record, 'updateRecord', null)
    return []
  } catch (error) {
    return [
      { id: record.id, reason: error instanceof Error ? error.message : 'record does not fit the store' },
    ]
  }
}
