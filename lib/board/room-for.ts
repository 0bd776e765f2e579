import { LIMITS } from '../sync/limits'
import type { BoardDocument, EntityRoot } from './layout'

/** How many entities of one root there are: not deleted, and in all. */
export interface EntityCount {
  readonly living: number
  readonly all: number
}

const MOST_LIVING: Readonly<Partial<Record<EntityRoot, number>>> = {
  teams: LIMITS.TEAMS,
  interactions: LIMITS.INTERACTIONS,
}

/** Counts the entities of one root. */
export function countEntities(board: BoardDocument, root: EntityRoot): EntityCount {
  let living = 0
  for (const fields of board[root].values()) if (!fields.get('deleted')) living += 1
  return { living, all: board[root].size }
}

/** Says whether so many more fit beside these. Deleted ones make room, until there are very many of them. */
export function fitsBeside(root: EntityRoot, { living, all }: EntityCount, more: number): boolean {
  const most = MOST_LIVING[root] ?? LIMITS.INITIATIVES
  return living + more <= most && all + more <= LIMITS.ENTITIES_IN_ALL
}

/** Says whether a board can take so many more entities of this root. */
export function hasRoomFor(board: BoardDocument, root: EntityRoot, more: number): boolean {
  return more === 0 || fitsBeside(root, countEntities(board, root), more)
}
