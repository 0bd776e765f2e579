import { ENTITY_ROOTS, type BoardDocument, type EntityRoot } from '@/lib/board/layout'
import { countEntities, fitsBeside, type EntityCount } from '@/lib/board/room-for'
import type { TouchedSet } from '../touched'

/** Counts the entities of one tick, reading each root at most once. */
export class EntityCounts {
  readonly #board: BoardDocument
  readonly #counts = new Map<EntityRoot, EntityCount>()

  constructor(board: BoardDocument) {
    this.#board = board
  }

  /** Counts what stands before an update that creates entities. Call it before applying each update. */
  prepare(touched: TouchedSet): void {
    for (const { created, root } of touched.values()) {
      if (created && isCounted(root) && !this.#counts.has(root)) {
        this.#counts.set(root, countEntities(this.#board, root))
      }
    }
  }

  /** Takes room for one more entity; false where there is none. */
  take(root: EntityRoot): boolean {
    const counts = this.#counts.get(root)
    if (!counts || !fitsBeside(root, counts, 1)) return false
    this.#counts.set(root, { living: counts.living + 1, all: counts.all + 1 })
    return true
  }
}

function isCounted(root: string): root is EntityRoot {
  return (ENTITY_ROOTS as readonly string[]).includes(root)
}
