import { ENTITY_ROOTS, type BoardDocument } from '@/lib/board/layout'
import { LIMITS } from '@/lib/sync/limits'
import { countClientIds, countDocumentStructs } from './count-document'

/** A record in a fresh copy: its map and its base. */
const STRUCTS_OF_RECORD = 2

/** Whether a document has become much larger than a fresh copy of what stands on it would be. */
export function isOvergrown(board: BoardDocument): boolean {
  let [deleted, fresh] = [0, board.meta.size + board.records.size * STRUCTS_OF_RECORD]
  for (const root of ENTITY_ROOTS) {
    for (const fields of board[root].values()) {
      if (fields.get('deleted')) deleted++
      else fresh += 1 + fields.size
      if (deleted > LIMITS.RENEW_AFTER_DELETED) return true
    }
  }
  for (const placement of board.placements.values()) if (placement) fresh++
  if (countClientIds(board) > LIMITS.RENEW_AFTER_CLIENT_IDS) return true
  const structs = countDocumentStructs(board)
  return structs > LIMITS.RENEW_AFTER_STRUCTS && structs > fresh * LIMITS.RENEW_TIMES
}
