import { ENTITY_ROOTS, type BoardDocument, type EntityRoot } from '@/lib/board/layout'
import { LIMITS } from '@/lib/sync/limits'
import type { TouchedSet } from '../touched'

/** Deleted entities stay in the document, so there may be this many times as many of them in all. */
const IN_ALL = 3

const MOST_LIVING: Partial<Record<EntityRoot, number>> = {
  teams: LIMITS.TEAMS,
  interactions: LIMITS.INTERACTIONS,
}

/** Counts the entities of one tick, reading each root at most once. */
export class EntityCounts {
  readonly #board: BoardDocument
  readonly #counts = new Map<EntityRoot, { live: number; all: number }>()

  constructor(board: BoardDocument) {
    this.#board = board
  }

  /** Counts what stands before an update that creates entities. Call it before applying each update. */
  prepare(touched: TouchedSet): void {
    for (const { created, root } of touched.values()) {
      if (created && isCounted(root) && !this.#counts.has(root)) this.#counts.set(root, this.#count(root))
    }
  }

  /** Takes room for one more entity; false where there is none. */
  take(root: EntityRoot): boolean {
    const counts = this.#counts.get(root)
    const most = MOST_LIVING[root] ?? LIMITS.INITIATIVES
    if (!counts || counts.live >= most || counts.all >= most * IN_ALL) return false
    counts.live += 1
    counts.all += 1
    return true
  }

  #count(root: EntityRoot): { live: number; all: number } {
    const counts = { live: 0, all: 0 }
    for (const fields of this.#board[root].values()) {
      counts.all += 1
      if (!fields.get('deleted')) counts.live += 1
    }
    return counts
  }
}

function isCounted(root: string): root is EntityRoot {
  return (ENTITY_ROOTS as readonly string[]).includes(root)
}
