import { openIndexedDbOfflineStorage } from './indexed-db-offline-storage'
import { createMemoryOfflineStorage } from './memory-offline-storage'
import type { OfflineStorage } from './offline-storage'

/** Some browsers never answer, neither yes nor no. */
const OPENED_AT_MOST_MS = 2_000

let ofThisPage: Promise<OfflineStorage> | null = null

/** What this browser keeps, the same for all who ask; where it keeps nothing, as long as the page lives. */
export function browserOfflineStorage(): Promise<OfflineStorage> {
  ofThisPage ??= openOrRemember(() => window.indexedDB)
  return ofThisPage
}

/** Opens the storage of a browser that may have none, or forbid to ask for it. Never rejects. */
export async function openOrRemember(factory: () => IDBFactory | undefined): Promise<OfflineStorage> {
  const inMemory = createMemoryOfflineStorage()
  const late = new Promise<OfflineStorage>((resolve) => {
    setTimeout(() => resolve(inMemory), OPENED_AT_MOST_MS)
  })
  try {
    const found = factory()
    return found ? await Promise.race([openIndexedDbOfflineStorage(found), late]) : inMemory
  } catch {
    return inMemory
  }
}
