import * as Y from 'yjs'
import { ROOTS, type BoardDocument, type Root } from '@/lib/board/layout'

/**
 * Where a struct stands in the board's tree. `unit` is null for an entry of a root itself (a record, an entity,
 * a placement); `inText` means inside the text that this unit holds; `fresh` that its entry came in the same update.
 */
export interface Place {
  readonly root: Root
  readonly id: string
  readonly unit: string | null
  readonly inText: boolean
  readonly fresh: boolean
}

/**
 * `gone`: inside something deleted, without effect. `leaving`: inside something deleted in this tick, of which Yjs lets go
 * at its end. `nowhere`: outside the tree a board may have.
 */
export type Resolved = Place | 'gone' | 'leaving' | 'nowhere'

/** Any shared type; only its holder matters here. */
type SharedType = Pick<Y.AbstractType<unknown>, '_item'>

/** Answers where types and items of one document stand. */
export class PlaceFinder {
  readonly #roots: ReadonlyMap<unknown, Root>

  constructor(board: BoardDocument) {
    this.#roots = new Map(ROOTS.map((root) => [board[root], root]))
  }

  /** The place of an integrated item. */
  ofItem(item: Y.Item): Resolved {
    return item.parent instanceof Y.AbstractType ? this.inside(item.parent, item.parentSub) : 'gone'
  }

  /** The place of what stands in this type under this key (null in a text). */
  inside(type: SharedType, key: string | null): Resolved {
    const root = this.#roots.get(type)
    if (root !== undefined) return entryOf(root, key)
    const holder = type._item
    if (holder === null) return 'nowhere'
    if (holder.deleted) return 'leaving'
    return within(this.ofItem(holder), type, key)
  }
}

/** The place of an entry of a root. */
export function entryOf(root: string, key: string | null): Resolved {
  if (key === null || !isRoot(root)) return 'nowhere'
  return { root, id: key, unit: null, inText: false, fresh: false }
}

/** The place inside a type that itself stands at `holder`. */
export function within(holder: Resolved, type: unknown, key: string | null): Resolved {
  if (typeof holder === 'string') return holder
  if (holder.unit === null && isExactly(type, Y.Map))
    return key === null ? 'nowhere' : { ...holder, unit: key }
  if (holder.unit !== null && !holder.inText && isExactly(type, Y.Text)) {
    return key === null ? { ...holder, inText: true } : 'nowhere'
  }
  return 'nowhere'
}

/** Says whether both are the same spot of the tree. */
export function isSamePlace(one: Resolved, other: Resolved): boolean {
  if (typeof one === 'string' || typeof other === 'string') return one === other
  return (
    one.root === other.root && one.id === other.id && one.unit === other.unit && one.inText === other.inText
  )
}

/** Says whether a value is this very Yjs type; XML types extend map and text and are none. */
export function isExactly(type: unknown, constructor: typeof Y.Map | typeof Y.Text): boolean {
  return type instanceof constructor && type.constructor === constructor
}

function isRoot(name: string): name is Root {
  return (ROOTS as readonly string[]).includes(name)
}
