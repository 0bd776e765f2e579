'use client'

import { cleanText } from '@/lib/import/clean-text'
import { COLUMN_ROLES, type ColumnRole, type Columns } from '@/lib/import/columns'
import { isFilled, widthOf, type Table } from '@/lib/import/read-table'
import { Select } from '../../ui/controls/select'
import { count } from '../count'
import styles from './column-table.module.css'

interface ColumnTableProps {
  readonly table: Table
  readonly onChange: (columns: Columns) => void
}

const SHOWN_ROWS = 5
/** More are not drawn; they stay out unless the header names them. */
const SHOWN_COLUMNS = 30
const SHOWN_CHARACTERS = 80
const LEFT_OUT = 'none'
const ROLE_NAMES: Readonly<Record<ColumnRole, string>> = {
  title: 'Title',
  externalKey: 'Key',
  summary: 'Summary',
  team: 'Team',
  owner: 'Owner',
  effort: 'Effort in weeks',
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

/** The first rows as they would come in, and above each column what it means. */
export function ColumnTable({ table, onChange }: ColumnTableProps) {
  const places = Array.from({ length: Math.min(widthOf(table), SHOWN_COLUMNS) }, (_, at) => at)
  const filled = table.rows.filter(({ cells }) => isFilled(cells))
  const more = filled.length - SHOWN_ROWS
  return (
    <div>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label="The first rows">
        <table className={styles.table}>
          <thead>
            <tr>
              {places.map((at) => (
                <ColumnHead key={at} table={table} at={at} onChange={onChange} />
              ))}
            </tr>
          </thead>
          <tbody>
            {filled.slice(0, SHOWN_ROWS).map(({ row, cells }) => (
              <tr key={row}>
                {places.map((at) => (
                  <td key={at} data-out={roleAt(table.columns, at) === null || undefined}>
                    {cleanText((cells[at] ?? '').slice(0, SHOWN_CHARACTERS))}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {more > 0 && <p className={styles.more}>and {count(more, 'more row', 'more rows')}</p>}
    </div>
  )
}

function ColumnHead({ table, at, onChange }: ColumnTableProps & { readonly at: number }) {
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
