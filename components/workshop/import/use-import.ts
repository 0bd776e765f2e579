import { useState } from 'react'
import type { Result } from '@/lib/result'
import type { BoardClient } from '../../board/board-client'
import { sayUndoable } from '../say-undoable'
import { importFile, importText, type ImportOutcome } from './import-rows'
import { importWords } from './import-words'

/** An import whose outcome needs more than a sentence. */
export type ImportReport = { fileName: string } & ({ outcome: ImportOutcome } | { error: string })

/** Importing by file and by paste: a clean import is one sentence, anything else a report. */
export function useImport(client: BoardClient): {
  report: ImportReport | null
  closeReport: () => void
  takeFile: (file: File) => Promise<void>
  takeText: (text: string) => void
} {
  const [report, setReport] = useState<ImportReport | null>(null)
  const show = (fileName: string, result: Result<ImportOutcome, string>): void => {
    if (!result.ok) return setReport({ fileName, error: result.error })
    if (result.value.rejected.length > 0) return setReport({ fileName, outcome: result.value })
    // A refusal has been told already.
    const { added, updated } = result.value
    if (added + updated > 0) sayUndoable(client, importWords(result.value))
  }
  return {
    report,
    closeReport: () => setReport(null),
    takeFile: async (file) => show(file.name, await importFile(client, file)),
    takeText: (text) => show('the pasted list', importText(client, text)),
  }
}
