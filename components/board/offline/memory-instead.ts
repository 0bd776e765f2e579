import { createMemoryOfflineStorage } from './memory-offline-storage'
import type { Kept, KeptWrite, OfflineStorage, Owner } from './offline-storage'

const instead = new WeakMap<OfflineStorage, OfflineStorage>()

/**
 * What stands in for a browser that does not answer, the same for all documents of a page: what waits comes along when
 * one takes the place of another. What is let go of here that browser lets go of as well, should it answer one day: a
 * later page would do it again.
 */
export function memoryInsteadOf(storage: OfflineStorage): OfflineStorage {
  const memory = instead.get(storage) ?? createMemoryInstead(storage)
  instead.set(storage, memory)
  return memory
}

/** Takes out what was kept in memory while this browser did not answer, which it does again. */
export async function takeFromMemory(storage: OfflineStorage, owner: Owner): Promise<Kept> {
  const kept = await instead.get(storage)?.read(owner)
  instead.delete(storage)
  return kept ?? { changes: [], refused: [] }
}

function createMemoryInstead(storage: OfflineStorage): OfflineStorage {
  const memory = createMemoryOfflineStorage()
  const letGo = (owner: Owner, write: KeptWrite): void => {
    const { dropChanges = [], dropRefused = [] } = write
    if (dropChanges.length + dropRefused.length === 0) return
    void storage.write(owner, { dropChanges, dropRefused }).catch(() => undefined)
  }
  return {
    ...memory,
    write: (owner, write) => {
      letGo(owner, write)
      return memory.write(owner, write)
    },
    take: (owner, ids, redo) =>
      memory.take(owner, ids, (taken) => {
        const made = redo(taken)
        if (made) letGo(owner, { dropChanges: [...ids, ...(made.dropChanges ?? [])] })
        return made
      }),
  }
}
