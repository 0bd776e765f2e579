import type { BoardDocument, EntityRoot } from '@/lib/board/layout'

/** Of which of these stands where is kept under the id of the one and the template's, whatever it is. */
const PLACED = ['initiatives', 'teams'] as const satisfies readonly EntityRoot[]

/**
 * Says whether a new entity has the id of something that is placed like it. An initiative with the id of a team would
 * be taken for it: nobody could move that team any more.
 */
export function isIdTaken(board: BoardDocument, root: EntityRoot, id: string): boolean {
  if (!PLACED.some((placed) => placed === root)) return false
  return PLACED.some((placed) => placed !== root && board[placed].has(id))
}
