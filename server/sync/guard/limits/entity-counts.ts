import { isEntityRoot, type BoardDocument, type EntityRoot } from '@/lib/board/layout'
import { countEntities, shortageBeside, type EntityCount, type More } from '@/lib/board/limits/room-for'
import type { TouchedSet } from '../touched'

/** Counts the entities of one tick, reading each root at most once. */
export class EntityCounts {
  readonly #board: BoardDocument
  readonly #counts = new Map<EntityRoot, EntityCount>()

  constructor(board: BoardDocument) {
    this.#board = board
  }

  /** Counts what stands before an update that creates, deletes or restores entities. Call it before applying each. */
  prepare(touched: TouchedSet): void {
    for (const { created, root, units } of touched.values()) {
      const isCounting = created || units.has('deleted')
      if (isCounting && isEntityRoot(root) && !this.#counts.has(root)) {
        this.#counts.set(root, countEntities(this.#board, root))
      }
    }
  }

  /** Takes room for one more entity; false where there is none. */
  take(root: EntityRoot): boolean {
    return this.#takeFor(root, { added: 1, restored: 0 })
  }

  /** Takes room for one that was deleted until now; false where there is none. */
  bringBack(root: EntityRoot): boolean {
    return this.#takeFor(root, { added: 0, restored: 1 })
  }

  /** Gives up the room of one that was deleted just now. */
  letGo(root: EntityRoot): void {
    const counts = this.#counts.get(root)
    if (counts) this.#counts.set(root, { ...counts, living: counts.living - 1 })
  }

  #takeFor(root: EntityRoot, more: More): boolean {
    const counts = this.#counts.get(root)
    if (!counts || shortageBeside(root, counts, more)) return false
    const { living, all } = counts
    this.#counts.set(root, { living: living + more.added + more.restored, all: all + more.added })
    return true
  }
}
