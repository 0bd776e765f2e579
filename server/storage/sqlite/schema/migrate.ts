import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import { inTransaction } from '../in-transaction'
import type { Migration } from './migrations'

/**
 * Brings the database to the newest of these migrations in one transaction and records each step. Throws, and changes
 * nothing, if the database knows a step that the code does not: an older Contour must not write into it.
 */
export function migrate(database: DatabaseSyncInstance, migrations: readonly Migration[]): void {
  inTransaction(database, () => {
    database.exec(`CREATE TABLE IF NOT EXISTS migrations (
      number INTEGER PRIMARY KEY NOT NULL, name TEXT NOT NULL, applied_at INTEGER NOT NULL) STRICT`)
    const reached = readReached(database)
    const known = migrations.at(-1)?.number ?? 0
    if (reached > known)
      throw new Error(`The database is newer than this Contour: step ${reached}, known ${known}.`)
    const record = database.prepare(`INSERT INTO migrations VALUES (?, ?, unixepoch() * 1000)`)
    for (const migration of migrations.filter((step) => step.number > reached)) {
      database.exec(migration.sql)
      record.run(migration.number, migration.name)
    }
  })
}

function readReached(database: DatabaseSyncInstance): number {
  const row = database.prepare(`SELECT coalesce(max(number), 0) AS reached FROM migrations`).get() as {
    reached: number
  }
  return row.reached
}
