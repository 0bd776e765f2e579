import { randomInt } from 'node:crypto'
import { closeSync, openSync, readSync } from 'node:fs'
import type { DatabaseSyncInstance } from '@photostructure/sqlite'

/** Where SQLite keeps what `PRAGMA user_version` sets, in a file of its own format. */
const [STAMP_AT, STAMP_BYTES] = [60, 4]
const LARGEST = 2 ** 31

/**
 * A number that a database bears from when it was opened, and no copy made before. SQLite does not notice that a copy
 * is written over the file it has open, and goes on in it: what comes of both is neither. Whoever opens the file with
 * SQLite as well, such as to back it up, leaves the number as it is.
 */
export class DatabaseStamp {
  readonly #file: string
  /** Open for as long as the database is: closing it lets go of the locks that SQLite has on the file. */
  readonly #descriptor: number
  /** Where the new number only stands in the log yet, it comes to the file later. */
  #before: number | null
  readonly #own = randomInt(1, LARGEST)

  /** Stamps an open database; a full disk leaves it with the number it has. */
  constructor(database: DatabaseSyncInstance, file: string) {
    this.#file = file
    this.#descriptor = openSync(file, 'r')
    this.#before = this.#read()
    try {
      database.exec(`PRAGMA user_version = ${this.#own}`)
      database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    } catch {
      // What can be written is found out with the first write, and said there.
    }
    this.require()
  }

  /** Throws where something else was written over the file. */
  require(): void {
    const found = this.#read()
    if (found === this.#own) this.#before = null
    else if (found !== this.#before) throw new Error(`${this.#file} was overwritten while it was in use.`)
  }

  /** To be called when the database is closed. */
  close(): void {
    closeSync(this.#descriptor)
  }

  #read(): number {
    const bytes = Buffer.alloc(STAMP_BYTES)
    readSync(this.#descriptor, bytes, 0, STAMP_BYTES, STAMP_AT)
    return bytes.readInt32BE()
  }
}
