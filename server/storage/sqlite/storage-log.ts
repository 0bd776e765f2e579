/** Where the storage reports what went wrong without failing the call; the server's logger fits. */
export interface StorageLog {
  warn(event: string, facts: object): void
}
