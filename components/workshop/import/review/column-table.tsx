'use client'

import { cleanText } from '@/lib/import/clean-text'
import { COLUMN_ROLES, isOurs, type ColumnRole, type Columns } from '@/lib/import/columns'
import type { RejectedRow } from '@/lib/import/parse-rows'
import { isFilled, widthOf, type Table, type TableRow } from '@/lib/import/read-table'
import { Select } from '../../../ui/controls/fields/select'
import { count } from '@/lib/text/count'
import styles from './column-table.module.css'
import { PreviewRow } from './preview-row'
import { rowFaults } from './row-faults'

interface ColumnTableProps {
  readonly table: Table
  readonly rejected: readonly RejectedRow[]
  readonly onChange: (columns: Columns) => void
}

const SHOWN_ROWS = 5
/** More are not drawn; they stay out unless the header names them. */
const SHOWN_COLUMNS = 30
const LEFT_OUT = 'none'
const ROLE_NAMES: Readonly<Record<ColumnRole, string>> = {
  title: 'Title',
  externalKey: 'Key',
  summary: 'Summary',
  team: 'Team',
  owner: 'Owner',
  effort: 'Effort in person-weeks',
  tags: 'Tags',
  links: 'Links',
  id: 'Contour id',
}
const CHOICES = [
  { value: LEFT_OUT, label: 'Leave out' },
  ...['title', ...COLUMN_ROLES.filter((role) => role !== 'title')].map((role) => ({
    value: role,
    label: ROLE_NAMES[role as ColumnRole],
  })),
]

/** The rows that are shown: the first ones in which anything stands. */
export function previewRows({ rows }: Table): readonly TableRow[] {
  return rows.filter(({ cells }) => isFilled(cells)).slice(0, SHOWN_ROWS)
}

/** The first rows as they would come in, above each column what it means, below each row what is wrong with it. */
export function ColumnTable({ table, rejected, onChange }: ColumnTableProps) {
  const places = Array.from({ length: Math.min(widthOf(table), SHOWN_COLUMNS) }, (_, at) => at)
  const faults = rowFaults(rejected)
  const shown = previewRows(table)
  const more = table.rows.filter(({ cells }) => isFilled(cells)).length - shown.length
  return (
    <div>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label="The first rows">
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col" className={styles.number}>
                Row
              </th>
              {places.map((at) => (
                <ColumnHead key={at} table={table} at={at} onChange={onChange} />
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <PreviewRow
                key={row.row}
                row={row}
                fault={faults.get(row.row)}
                roles={places.map((at) => roleAt(table.columns, at))}
                isOurs={isOurs(table.columns)}
              />
            ))}
          </tbody>
        </table>
      </div>
      {more > 0 && <p className={styles.more}>and {count(more, 'more row', 'more rows')}</p>}
    </div>
  )
}

interface ColumnHeadProps extends Omit<ColumnTableProps, 'rejected'> {
  readonly at: number
}

function ColumnHead({ table, at, onChange }: ColumnHeadProps) {
  const name = cleanText(table.header?.cells[at] ?? '') || `Column ${at + 1}`
  const role = roleAt(table.columns, at)
  return (
    <th scope="col" data-out={role === null || undefined}>
      <span className={styles.name} title={name}>
        {name}
      </span>
      <Select
        label={`What “${name}” holds`}
        value={role ?? LEFT_OUT}
        choices={CHOICES}
        onChange={(chosen) => onChange(withRole(table.columns, at, chosen))}
      />
    </th>
  )
}

function roleAt(columns: Columns, at: number): ColumnRole | null {
  return COLUMN_ROLES.find((role) => columns.get(role) === at) ?? null
}

/** A column has one meaning, and a meaning one column. */
function withRole(columns: Columns, at: number, chosen: string): Columns {
  const rest = [...columns].filter(([role, place]) => place !== at && role !== chosen)
  const role = COLUMN_ROLES.find((known) => known === chosen)
  return new Map(role ? [...rest, [role, at]] : rest)
}
