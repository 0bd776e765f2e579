import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import { migrate } from './schema/migrate'
import { MIGRATIONS } from './schema/migrations'
import type { DatabasePlace } from './storage-calls'

/** What the database is called in its folder. */
export const FILE_NAME = 'contour.db'
const BUSY_TIMEOUT_MS = 5_000
/** A write-ahead log that grew larger is cut back to this once its content is in the database file. */
const WAL_KEPT_BYTES = 64 * 1024 * 1024

/** Opens `<directory>/contour.db`, creating both where needed, and brings it to the newest schema; throws if it cannot. */
export function openDatabase(place: DatabasePlace): DatabaseSyncInstance {
  mkdirSync(place.directory, { recursive: true })
  const database = new DatabaseSync(join(place.directory, FILE_NAME), {
    timeout: BUSY_TIMEOUT_MS,
    enableForeignKeyConstraints: true,
  })
  try {
    database.exec('PRAGMA journal_mode = WAL')
    // NORMAL would lose the last commits on power loss, and a commit here is a promise that people see as "saved".
    database.exec('PRAGMA synchronous = FULL')
    database.exec(`PRAGMA journal_size_limit = ${WAL_KEPT_BYTES}`)
    if (place.maxPages !== undefined) database.exec(`PRAGMA max_page_count = ${place.maxPages}`)
    migrate(database, MIGRATIONS)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}
