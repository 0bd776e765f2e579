import type * as Y from 'yjs'
import type { Root } from '@/lib/board/layout'

/** The one unit of a placement. */
export const WHOLE = ''

/** What one update does to one record, entity or placement. */
export interface Touched {
  /** `<root>/<id>`. */
  readonly key: string
  readonly root: Root
  readonly id: string
  /** Its map came with this update. */
  created: boolean
  /** Its map, which the document had, is deleted. */
  removed: boolean
  /** The units written or cleared, each with the item that carries the value it shall have; null where cleared. */
  readonly units: Map<string, Y.Item | null>
  /** The text fields typed in. */
  readonly texts: Set<string>
}

/** Everything one update touches, by `<root>/<id>`. */
export class TouchedSet {
  readonly #all = new Map<string, Touched>()

  /** The entry for this record, entity or placement; made on first use. */
  at(root: Root, id: string): Touched {
    const key = `${root}/${id}`
    const known = this.#all.get(key)
    if (known) return known
    const touched = {
      key,
      root,
      id,
      created: false,
      removed: false,
      units: new Map(),
      texts: new Set<string>(),
    }
    this.#all.set(key, touched)
    return touched
  }

  /** Whether the update touches this record, entity or placement. */
  has(root: Root, id: string): boolean {
    return this.#all.has(`${root}/${id}`)
  }

  /** Each that is touched, in the order of the first touch. */
  values(): IterableIterator<Touched> {
    return this.#all.values()
  }
}
