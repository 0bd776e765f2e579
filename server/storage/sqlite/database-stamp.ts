import { randomInt } from 'node:crypto'
import { closeSync, openSync, readSync } from 'node:fs'
import type { DatabaseSyncInstance } from '@photostructure/sqlite'

/** Where SQLite keeps what `PRAGMA user_version` sets, in a file of its own format. */
const [STAMP_AT, STAMP_BYTES] = [60, 4]
const LARGEST = 2 ** 31
/** Copies are made while it runs, too: one older than this bears another number than the file it is copied over. */
export const STAMP_EVERY_MS = 600_000

/**
 * A number that a database bears for some minutes, and no copy made before. SQLite does not notice that a copy
 * is written over the file it has open, and goes on in it: what comes of both is neither. Whoever opens the file with
 * SQLite as well, such as to back it up, leaves the number as it is.
 */
export class DatabaseStamp {
  readonly #database: DatabaseSyncInstance
  readonly #file: string
  readonly #now: () => number
  /** Open for as long as the database is: closing it lets go of the locks that SQLite has on the file. */
  readonly #descriptor: number
  #own: number
  /** Where the new number only stands in the log yet, it comes to the file later. */
  #before: number | null = null
  #stampedAt = 0

  /** Stamps an open database; a full disk leaves it with the number it has. `now` goes on, whatever the clock does. */
  constructor(database: DatabaseSyncInstance, file: string, now = () => performance.now()) {
    this.#database = database
    this.#file = file
    this.#now = now
    this.#descriptor = openSync(file, 'r')
    this.#own = this.#read()
    this.#stamp()
  }

  /** Throws where something else was written over the file. To be called between transactions, before each. */
  require(): void {
    if (!this.#isOurs()) throw new Error(`${this.#file} was overwritten while it was in use.`)
    if (this.#now() - this.#stampedAt >= STAMP_EVERY_MS) this.#stamp()
  }

  /** To be called when the database is closed. */
  close(): void {
    closeSync(this.#descriptor)
  }

  #stamp(): void {
    this.#stampedAt = this.#now()
    try {
      if (this.#before === null) this.#renew()
      // One that waits for whoever reads would halt everybody who writes.
      this.#database.exec('PRAGMA wal_checkpoint(PASSIVE)')
      this.#isOurs()
    } catch {
      // What can be written is found out with the next write, and said there.
    }
  }

  #renew(): void {
    const next = randomInt(1, LARGEST)
    this.#database.exec(`PRAGMA user_version = ${next}`)
    this.#before = this.#own
    this.#own = next
  }

  #isOurs(): boolean {
    const found = this.#read()
    if (found === this.#own) this.#before = null
    return found === this.#own || found === this.#before
  }

  #read(): number {
    const bytes = Buffer.alloc(STAMP_BYTES)
    readSync(this.#descriptor, bytes, 0, STAMP_BYTES, STAMP_AT)
    return bytes.readInt32BE()
  }
}
