import { statSync } from 'node:fs'
import { join } from 'node:path'

const FILES = ['contour.db', 'contour.db-wal'] as const

/**
 * Knows whether the files of an open database still are where the next start will look for them. The system goes on
 * writing to a file that was removed or replaced, and all of it is gone when the process ends.
 */
export class FilesInPlace {
  readonly #directory: string
  readonly #known = new Map<string, string>()

  /** To be made when the database is open. */
  constructor(directory: string) {
    this.#directory = directory
    for (const name of FILES) this.#isInPlace(name)
  }

  /** Throws where one of them was taken away or another stands in its place. */
  require(): void {
    const gone = FILES.find((name) => !this.#isInPlace(name))
    if (gone) throw new Error(`${join(this.#directory, gone)} was removed or replaced while it was in use.`)
  }

  #isInPlace(name: string): boolean {
    // Not opened: closing it again would let go of the locks SQLite has on it.
    const found = statSync(join(this.#directory, name), { bigint: true, throwIfNoEntry: false })
    const known = this.#known.get(name)
    if (!found) return known === undefined
    const identity = `${found.dev} ${found.ino}`
    // The log may be made with the first write.
    if (known === undefined) this.#known.set(name, identity)
    return known === undefined || known === identity
  }
}
