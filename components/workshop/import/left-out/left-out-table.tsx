'use client'

import type { RejectedRow } from '@/lib/import/parse-rows'
import styles from './left-out-table.module.css'

const FIELD_WORDS: Readonly<Record<string, string>> = {
  external_key: 'key',
  contour_id: 'Contour id',
  row: 'whole row',
}
/** A longer list is not read but mended in the spreadsheet. */
const SHOWN = 100

interface LeftOutTableProps {
  readonly rejected: readonly RejectedRow[]
  /** What the first rows say of themselves is not told again. */
  readonly isRest?: boolean
}

/** What is left out of an import, row by row, with the reason. */
export function LeftOutTable({ rejected, isRest = false }: LeftOutTableProps) {
  const more = rejected.length - SHOWN
  const things = rejected.length === 1 ? 'One thing is' : `${rejected.length} things are`
  return (
    <div>
      <p className={styles.lead}>
        {things} left out{isRest && ' of the rows that are not shown above'}:
      </p>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label="What is left out">
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Row</th>
              <th scope="col">Field</th>
              <th scope="col">Why</th>
            </tr>
          </thead>
          <tbody>
            {rejected.slice(0, SHOWN).map(({ row, field, reason }, index) => (
              <tr key={index}>
                <td className={styles.row}>{row}</td>
                <td>{FIELD_WORDS[field] ?? field}</td>
                <td>{reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {more > 0 && <p className={styles.more}>and {more} more</p>}
      </div>
    </div>
  )
}
