import { writeBoardCsv } from '@/lib/export/board-csv'
import type { BoardClient } from '../../board/board-client'
import { toFileName } from './file-name'
import { saveFile } from './save-file'

/** Saves everything that is known of the initiatives as a CSV file, which can be imported again. */
export function exportSpreadsheet(client: Pick<BoardClient, 'board' | 'tell' | 'title'>, now: Date): void {
  const csv = new Blob([writeBoardCsv(client.board)], { type: 'text/csv;charset=utf-8' })
  saveFile(csv, toFileName({ title: client.title.get(), now, ending: 'csv' }))
  client.tell({ tone: 'info', sentence: 'The spreadsheet is saved to your downloads.' })
}
