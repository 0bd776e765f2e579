import type { BoardDocument } from '@/lib/board/layout'
import { hasHome } from '@/lib/board/places/cards/has-home'
import type { StoredChange } from '../../storage/board-storage'
import { INITIATIVE, PLACEMENT } from './is-asked-for'

/**
 * The records among these that a renewed board has no place for any more. That somebody took an initiative away stays
 * known while the initiative and what it stood on are there.
 */
export function listGone(renewed: BoardDocument, changes: readonly StoredChange[]): string[] {
  return changes.flatMap(({ record }) => (isGone(renewed, record) ? [record] : []))
}

function isGone(board: BoardDocument, record: string): boolean {
  if (record.startsWith(INITIATIVE)) return !board.initiatives.has(record.slice(INITIATIVE.length))
  return record.startsWith(PLACEMENT) && !hasHome(board, record.slice(PLACEMENT.length))
}
