import { writeCsv } from '@/lib/export/write-csv'
import type { ColumnRole } from '@/lib/import/columns'
import type { RejectedRow } from '@/lib/import/parse-rows'
import type { Table } from '@/lib/import/read-table'

/** What a column is called that reading does not find under the name of its role. */
const NAMES: Partial<Record<ColumnRole, string>> = { id: 'contour_id', externalKey: 'external_key' }

/**
 * The rows of which anything was left out, as they came, each with the reason: to be mended and imported again. They
 * have a header even where the table had none, because a single row would not be read as one otherwise.
 */
export function writeLeftOut(table: Table, rejected: readonly RejectedRow[]): string {
  const reasons = new Map<number, string[]>()
  for (const { row, field, reason } of rejected) {
    reasons.set(row, [...(reasons.get(row) ?? []), `${field}: ${reason}`])
  }
  const left = table.rows.flatMap(({ row, cells }) => {
    const why = reasons.get(row)
    return why ? [{ cells, why: why.join(' ') }] : []
  })
  const header = table.header?.cells ?? namesOf(table)
  const width = left.reduce((most, { cells }) => Math.max(most, cells.length), header.length)
  const padded = (cells: readonly string[]): string[] =>
    Array.from({ length: width }, (_, at) => cells[at] ?? '')
  return writeCsv([
    [...padded(header), 'left out because'],
    ...left.map(({ cells, why }) => [...padded(cells), why]),
  ])
}

/** What the columns of a table without a header are to be called so that each is read as it was. */
function namesOf({ columns }: Table): string[] {
  const names: string[] = []
  for (const [role, at] of columns) names[at] = NAMES[role] ?? role
  return names
}
