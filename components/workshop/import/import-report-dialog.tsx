'use client'

import { Button } from '../../ui/controls/button'
import { Dialog } from '../../ui/overlays/dialog'
import styles from './import-report-dialog.module.css'
import { importWords } from './import-words'
import type { ImportReport } from './use-import'

interface ImportReportDialogProps {
  readonly report: ImportReport | null
  readonly onClose: () => void
}

const FIELD_WORDS: Readonly<Record<string, string>> = { external_key: 'key', row: 'whole row' }

/** What came of an import, with every row that was left out and why. */
export function ImportReportDialog({ report, onClose }: ImportReportDialogProps) {
  if (!report) return null
  const failed = 'error' in report
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={failed ? 'The list could not be imported' : importWords(report.outcome)}
      description={`From ${report.fileName}`}
      actions={
        <Button look="primary" onClick={onClose}>
          {failed ? 'Close' : 'Done'}
        </Button>
      }
    >
      {failed ? <p className={styles.error}>{report.error}</p> : <LeftOut {...report.outcome} />}
    </Dialog>
  )
}

function LeftOut({
  rejected,
}: {
  readonly rejected: readonly { row: number; field: string; reason: string }[]
}) {
  return (
    <div>
      <p className={styles.lead}>
        {rejected.length === 1 ? 'One thing was left out:' : `${rejected.length} things were left out:`}
      </p>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label="What was left out">
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Row</th>
              <th scope="col">Field</th>
              <th scope="col">Why</th>
            </tr>
          </thead>
          <tbody>
            {rejected.map(({ row, field, reason }, index) => (
              <tr key={index}>
                <td className={styles.row}>{row}</td>
                <td>{FIELD_WORDS[field] ?? field}</td>
                <td>{reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={styles.hint}>
        Mend these rows and import the file again: rows with a key are updated, not doubled.
      </p>
    </div>
  )
}
