import type { TLRecord, TLStore } from '@tldraw/tlschema'
import type { BoardRecord } from '@/lib/board/layout'

interface FailedRecord {
  readonly id: string
  readonly reason: string
}

/**
 * Writes a batch as one remote change: one put, so that bindings arrive with their shapes, then one removal, when no
 * child hangs on what goes. Answers with the records the store will not have; they keep nobody else out.
 */
export function mergeIntoStore(
  store: TLStore,
  batch: { put: readonly BoardRecord[]; remove: readonly string[] },
): readonly FailedRecord[] {
  const put = batch.put as readonly unknown[] as TLRecord[]
  const remove = batch.remove as TLRecord['id'][]
  try {
    store.mergeRemoteChanges(() => write(store, put, remove))
    return []
  } catch (error) {
    // One bad record fails the whole put: find it, and let the others in.
    const failed = put.flatMap((record) => failureOf(store, record))
    if (failed.length === 0) throw error
    const bad = new Set(failed.map(({ id }) => id))
    store.mergeRemoteChanges(() =>
      write(
        store,
        put.filter(({ id }) => !bad.has(id)),
        remove,
      ),
    )
    return failed
  }
}

function write(store: TLStore, put: TLRecord[], remove: TLRecord['id'][]): void {
  if (put.length > 0) store.put(put)
  if (remove.length > 0) store.remove(remove)
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
