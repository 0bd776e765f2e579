'use client'

import { useValue } from '@tldraw/state-react'
import { absentSentence, addSaidWords } from '@/lib/teams/absent-words'
import { useBoardClient } from '../../../board/board-context'
import { Button } from '../../../ui/controls/button'
import { saveFile } from '../../files/save-file'
import styles from '../import-dialog.module.css'
import { writeLeftOut } from './left-out-csv'
import { LeftOutTable } from './left-out-table'
import type { ImportFlow, ImportResult } from '../use-import'

/** What was left out of an import, and how to bring it in after all. */
export function ImportResultView({
  result,
  onClose,
}: {
  readonly result: ImportResult
  readonly onClose: () => void
}) {
  return (
    <>
      <LeftOutTable rejected={result.rejected} />
      <p className={styles.hint}>
        Save these rows, mend them and import them: those that came in already are updated, not doubled.
      </p>
      <AbsentTeams onAdd={onClose} />
    </>
  )
}

/** Teams that the list names and no map shows. */
function AbsentTeams({ onAdd }: { readonly onAdd: () => void }) {
  const client = useBoardClient()
  const absent = useValue(client.view.absentTeams)
  if (absent.length === 0) return null
  const add = () => {
    onAdd()
    client.canvas.get()?.addAbsentTeams()
  }
  return (
    <div className={styles.question}>
      <p>{absentSentence(absent)}</p>
      <Button onClick={add}>{addSaidWords(absent)} to the map</Button>
    </div>
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
