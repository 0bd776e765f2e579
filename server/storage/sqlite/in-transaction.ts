import type { DatabaseSyncInstance } from '@photostructure/sqlite'

/** Runs the work in one transaction that is durable on return; if anything throws, nothing of it was written. */
export function inTransaction<Answer>(database: DatabaseSyncInstance, work: () => Answer): Answer {
  // IMMEDIATE: wait for the write lock here, where nothing needs to be undone yet.
  database.exec('BEGIN IMMEDIATE')
  try {
    const answer = work()
    database.exec('COMMIT')
    return answer
  } catch (error) {
    // SQLite has already rolled back by itself after some errors, such as a full disk.
    if (database.isTransaction) database.exec('ROLLBACK')
    throw error
  }
}
