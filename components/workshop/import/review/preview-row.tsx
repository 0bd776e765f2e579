import { TriangleAlert } from 'lucide-react'
import { cleanText, withoutTags } from '@/lib/import/clean-text'
import type { ColumnRole } from '@/lib/import/columns'
import type { TableRow } from '@/lib/import/read-table'
import styles from './column-table.module.css'
import type { RowFault } from './row-faults'

const SHOWN_CHARACTERS = 80

interface PreviewRowProps {
  readonly row: TableRow
  readonly fault: RowFault | undefined
  /** What each column that is shown means; null where it is left out. */
  readonly roles: readonly (ColumnRole | null)[]
  /** An export of ours wrote it. */
  readonly isOurs: boolean
}

/** One row of the preview under its number, and below it what is wrong with it. */
export function PreviewRow({ row: { row, cells }, fault, roles, isOurs }: PreviewRowProps) {
  return (
    <>
      <tr data-fault={fault ? true : undefined}>
        <th scope="row" className={styles.number}>
          {fault && <TriangleAlert size={14} strokeWidth={1.75} aria-hidden />}
          {row}
        </th>
        {roles.map((role, at) => (
          <td
            key={at}
            data-out={role === null || fault?.isWhole || undefined}
            data-fault={(role !== null && fault?.roles.includes(role)) || undefined}
          >
            {shownText(cells[at] ?? '', isOurs)}
          </td>
        ))}
      </tr>
      {fault && (
        <tr className={styles.why}>
          <td />
          <td colSpan={roles.length}>
            <span>{fault.sentence}</span>
          </td>
        </tr>
      )}
    </>
  )
}

/** As it comes in. */
function shownText(cell: string, isOurs: boolean): string {
  const text = cell.slice(0, SHOWN_CHARACTERS)
  return cleanText(isOurs ? text : withoutTags(text))
}
