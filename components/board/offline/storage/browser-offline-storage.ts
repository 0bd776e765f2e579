import { createBrowserClock } from '../../sync/clock'
import { ANSWERED_WITHIN_MS, inTime, LATE } from './in-time'
import { openIndexedDbOfflineStorage } from './indexed-db-offline-storage'
import { createMemoryOfflineStorage } from './memory-offline-storage'
import type { OfflineStorage } from './offline-storage'

let ofThisPage: Promise<OfflineStorage> | null = null

/** What this browser keeps, the same for all who ask; where it keeps nothing, as long as the page lives. */
export function browserOfflineStorage(): Promise<OfflineStorage> {
  ofThisPage ??= openOrRemember(() => window.indexedDB)
  return ofThisPage
}

/** Opens the storage of a browser that may have none, or forbid to ask for it. Never rejects. */
export async function openOrRemember(factory: () => IDBFactory | undefined): Promise<OfflineStorage> {
  const inMemory = createMemoryOfflineStorage()
  try {
    const found = factory()
    if (!found) return inMemory
    const opening = openIndexedDbOfflineStorage(found)
    const opened = await inTime(opening, ANSWERED_WITHIN_MS, createBrowserClock(Date.now))
    return opened === LATE ? inMemory : opened
  } catch {
    return inMemory
  }
}
