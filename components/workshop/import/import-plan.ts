import { findDuplicates, type Likeness } from '@/lib/board/duplicates'
import type { BoardDocument } from '@/lib/board/layout'
import type { DuplicateChoices, ImportCounts } from '@/lib/board/operations/import'
import { hasRoomFor } from '@/lib/board/room-for'
import { draftRows, type ParsedRows } from '@/lib/import/parse-rows'
import type { Table } from '@/lib/import/read-table'
import { LIMITS } from '@/lib/sync/limits'

/** What an import would do, before it is done. */
export interface ImportPlan extends ParsedRows {
  /** How many rows mean an initiative of the board, by what they have in common. */
  readonly duplicates: Readonly<Record<Likeness, number>>
  readonly counts: ImportCounts
  /** Why it cannot be done as it is; null where it can. */
  readonly obstacle: string | null
}

/** Says what importing this table would do to the board at this moment. */
export function planImport(board: BoardDocument, table: Table, choices: DuplicateChoices): ImportPlan {
  const { drafts, rejected } = draftRows(table)
  const found = findDuplicates(board, drafts)
  const duplicates = { key: 0, title: 0 }
  const chosen = { add: 0, update: 0, skip: 0 }
  for (const duplicate of found) {
    if (duplicate) duplicates[duplicate.by] += 1
    chosen[duplicate ? choices[duplicate.by] : 'add'] += 1
  }
  const counts = { added: chosen.add, updated: chosen.update, skipped: chosen.skip }
  return { drafts, rejected, duplicates, counts, obstacle: obstacleOf(board, table, counts) }
}

function obstacleOf(
  board: BoardDocument,
  { columns }: Table,
  { added, updated }: ImportCounts,
): string | null {
  if (!columns.has('title')) return 'Say which column holds the titles.'
  if (!hasRoomFor(board, 'initiatives', added)) {
    const most = LIMITS.INITIATIVES.toLocaleString('en')
    return `A board holds ${most} initiatives, and this would be more. Delete some, or bring in fewer.`
  }
  return added + updated === 0 ? 'There is nothing to import in these rows.' : null
}
