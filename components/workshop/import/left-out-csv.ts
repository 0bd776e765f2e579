import { writeCsv } from '@/lib/export/write-csv'
import type { RejectedRow } from '@/lib/import/parse-rows'
import type { Table } from '@/lib/import/read-table'

/** The rows of which anything was left out, as they came, each with the reason: to be mended and imported again. */
export function writeLeftOut({ header, rows }: Table, rejected: readonly RejectedRow[]): string {
  const reasons = new Map<number, string[]>()
  for (const { row, field, reason } of rejected) {
    reasons.set(row, [...(reasons.get(row) ?? []), `${field}: ${reason}`])
  }
  const left = rows.flatMap(({ row, cells }) => {
    const why = reasons.get(row)
    return why ? [[...cells, why.join(' ')]] : []
  })
  return writeCsv([...(header ? [[...header.cells, 'left out because']] : []), ...left])
}
