'use client'

import { Button } from '../../../ui/controls/button'
import { saveFile } from '../../top-bar/save-file'
import styles from '../import-dialog.module.css'
import { writeLeftOut } from './left-out-csv'
import { LeftOutTable } from './left-out-table'
import type { ImportFlow, ImportResult } from '../use-import'

/** What was left out of an import, and how to bring it in after all. */
export function ImportResultView({ result }: { readonly result: ImportResult }) {
  return (
    <>
      <LeftOutTable rejected={result.rejected} />
      <p className={styles.hint}>
        Save these rows, mend them and import them: those that came in already are updated, not doubled.
      </p>
    </>
  )
}

export function ImportResultActions({
  flow,
  result,
}: {
  readonly flow: ImportFlow
  readonly result: ImportResult
}) {
  const save = () => {
    const csv = writeLeftOut(result.table, result.rejected)
    saveFile(new Blob([csv], { type: 'text/csv;charset=utf-8' }), 'left-out.csv')
  }
  return (
    <>
      {result.counts.hasChanged && (
        <Button look="quiet" onClick={flow.takeBack}>
          Undo the import
        </Button>
      )}
      <Button onClick={save}>Save the rows left out</Button>
      <Button look="primary" onClick={flow.close}>
        Done
      </Button>
    </>
  )
}
