'use client'

import type { ImportCounts } from '@/lib/board/operations/import'
import { withHeader } from '@/lib/import/read-table'
import { Button } from '../../../ui/controls/button'
import { CheckField } from '../../../ui/controls/fields/check-field'
import { count } from '@/lib/text/count'
import { ColumnTable, previewRows } from './column-table'
import { DuplicateQuestions } from './duplicate-questions'
import styles from '../import-dialog.module.css'
import { LeftOutTable } from '../left-out/left-out-table'
import type { ImportFlow, LookingAtRows } from '../use-import'
import { useImportPlan } from './use-import-plan'

interface ImportReviewProps {
  readonly flow: ImportFlow
  readonly stage: LookingAtRows
}

/** The rows before they come in: what the columns mean, what is a duplicate, and what would be left out. */
export function ImportReview({ flow, stage }: ImportReviewProps) {
  const { table, choices } = stage
  const plan = useImportPlan(stage)
  const shown = new Set(previewRows(table).map(({ row }) => row))
  const others = plan.rejected.filter(({ row }) => !shown.has(row))
  return (
    <>
      <ColumnTable
        table={table}
        rejected={plan.rejected}
        onChange={(columns) => flow.change({ table: { ...table, columns } })}
      />
      <CheckField
        label="The first row names the columns"
        checked={table.header !== null}
        onChange={(isHeader) => flow.change({ table: withHeader(table, isHeader) })}
      />
      <DuplicateQuestions
        plan={plan}
        choices={choices}
        onChange={(changed) => flow.change({ choices: changed })}
      />
      {others.length > 0 && <LeftOutTable rejected={others} isRest />}
    </>
  )
}

export function ImportReviewActions({ flow, stage }: ImportReviewProps) {
  const { counts, obstacle } = useImportPlan(stage)
  return (
    <>
      <p className={obstacle === null ? styles.sum : styles.obstacle} role="status">
        {obstacle ?? sumOf(counts)}
      </p>
      <Button onClick={flow.back}>Back</Button>
      <Button look="primary" disabled={obstacle !== null} onClick={flow.confirm}>
        {obstacle === null ? `Import ${count(counts.added + counts.updated, 'row')}` : 'Import'}
      </Button>
    </>
  )
}

function sumOf({ added, updated, unchanged, skipped }: ImportCounts): string {
  const parts = [
    ...(added > 0 ? [`${added} new`] : []),
    ...(updated > 0 ? [`${updated} updated`] : []),
    ...(unchanged > 0 ? [`${unchanged} unchanged`] : []),
    ...(skipped > 0 ? [`${skipped} skipped`] : []),
  ]
  return `${parts.join(', ')}. Undo takes all of it back.`
}
