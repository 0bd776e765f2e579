import type { BoardDocument } from '@/lib/board/layout'
import { readPlacement } from '@/lib/board/read'
import type { StepChange } from '@/lib/board/step'
import { sameJson } from '@/lib/board/units'

/** Says whether a removal still stands as it was left. */
export function isGone(board: BoardDocument, change: StepChange): boolean {
  switch (change.kind) {
    case 'placement':
      return sameJson(readPlacement(board, change.key), change.after)
    case 'record':
      return !board.records.has(change.id)
    case 'entity':
      return Boolean(board[change.root].get(change.id)?.get('deleted'))
    default:
      return false
  }
}
