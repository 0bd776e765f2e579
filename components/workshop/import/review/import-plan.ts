import { findDuplicates, type Likeness } from '@/lib/board/initiatives/duplicates'
import type { BoardDocument } from '@/lib/board/layout'
import { findShortage, shortageSentence } from '@/lib/board/limits/room-for'
import {
  createJudgeRow,
  moreOf,
  UPDATE_DUPLICATES,
  type DuplicateChoices,
  type ImportCounts,
} from '@/lib/board/operations/import'
import { draftRows, type ParsedRows } from '@/lib/import/parse-rows'
import type { Table } from '@/lib/import/read-table'
import { findRepeated } from '@/lib/import/find-repeated'

/** What happens to rows that the board has already, and to those that the list itself has twice. */
export interface ImportChoices extends DuplicateChoices {
  readonly repeated: 'add' | 'skip'
}

/** What nobody has decided otherwise: nothing of a list is lost. */
export const UNCHOSEN: ImportChoices = { ...UPDATE_DUPLICATES, repeated: 'add' }

/** What an import would do, before it is done. */
export interface ImportPlan extends ParsedRows {
  /** How many rows mean an initiative of the board, by what they have in common. */
  readonly duplicates: Readonly<Record<Likeness, number>>
  /** How many of these would be updated but keep their team, which they stand on on a map. */
  readonly keepTeam: Readonly<Record<Likeness, number>>
  /** How many new rows have the title of an earlier one. */
  readonly repeated: number
  readonly counts: ImportCounts
  /** Why it cannot be done as it is; null where it can. */
  readonly obstacle: string | null
}

/** Says what importing this table would do to the board at this moment. */
export function planImport(board: BoardDocument, table: Table, choices: ImportChoices): ImportPlan {
  const { drafts: all, rejected } = draftRows(table)
  const known = findDuplicates(board, all)
  const repeated = findRepeated(all.filter((_, at) => !known[at]))
  const leftOut: ReadonlySet<unknown> = choices.repeated === 'skip' ? repeated : new Set()
  const drafts = all.filter((draft) => !leftOut.has(draft))
  const found = known.filter((_, at) => !leftOut.has(all[at]))
  const duplicates = { key: 0, title: 0 }
  const keepTeam = { key: 0, title: 0 }
  const chosen = { add: 0, update: 0, skip: 0 }
  const judge = createJudgeRow(board)
  let unchanged = 0
  for (const [at, draft] of drafts.entries()) {
    const duplicate = found[at]
    const choice = duplicate ? choices[duplicate.by] : 'add'
    if (duplicate) duplicates[duplicate.by] += 1
    if (duplicate && choice === 'update') {
      const { isNews, keepsTeam } = judge(duplicate.id, draft)
      if (!isNews) unchanged += 1
      if (keepsTeam) keepTeam[duplicate.by] += 1
    }
    chosen[choice] += 1
  }
  const counts = {
    added: chosen.add,
    updated: chosen.update - unchanged,
    unchanged,
    skipped: chosen.skip + leftOut.size,
  }
  const shortage = findShortage(board, 'initiatives', moreOf(board, found, choices))
  const obstacle = obstacleOf(table, counts) ?? (shortage && shortageSentence('initiatives', shortage))
  return { drafts, rejected, duplicates, keepTeam, repeated: repeated.size, counts, obstacle }
}

function obstacleOf({ columns }: Table, { added, updated, unchanged }: ImportCounts): string | null {
  if (!columns.has('title')) return 'Say which column holds the titles.'
  if (added + updated > 0) return null
  return unchanged > 0
    ? 'Everything in the list is on the board already.'
    : 'There is nothing to import in these rows.'
}
