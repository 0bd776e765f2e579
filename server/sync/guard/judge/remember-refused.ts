import type { BoardRecord } from '@/lib/board/layout'
import { checkRecord } from '@/lib/board/limits/record-limits'
import { readRecord } from '@/lib/board/read'
import type { Touched } from '../touched'
import { mapOf } from './cells'
import type { Case } from './judge-context'

const HOLDS_OTHERS: ReadonlySet<unknown> = new Set(['group', 'frame'])

/**
 * Remembers a new group or frame, for which a board has no room, as one that was deleted: whoever made it put others
 * into it, and these stay where they lie on the page.
 */
export function rememberRefused({ tick, sender }: Case, { root, id, created }: Touched): void {
  const { board, records, now } = tick
  if (root !== 'records' || !created || records.all.has(id) || records.departed(id)) return
  const map = mapOf(board, 'records', id)
  const record = map && readRecord(map)
  if (record?.id !== id || !HOLDS_OTHERS.has(record['type']) || !checkRecord(record).ok) return
  // Whatever it says of its author was not looked at.
  const signed: BoardRecord = { ...record, meta: { createdBy: sender.personId, createdAt: now } }
  records.remember(signed)
}
