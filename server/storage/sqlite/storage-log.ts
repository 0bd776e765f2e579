export type StorageEvent = 'storage.worker-restarted' | 'storage.snapshot-damaged'

/** Where the storage reports what went wrong without failing the call; the server's log fits. */
export interface StorageLog {
  warn(event: StorageEvent, facts: object): void
}
