import type { BoardClient } from '../../../board/board-client'
import { mayEdit } from '../../../board/client/commands/may-edit'

type Told = Pick<BoardClient, 'canEdit' | 'me' | 'tell'>

/**
 * A file that nothing on the page takes would be opened by the browser in the place of the board: it is caught, and the
 * person told what can be dropped. Answers with the undo.
 */
export function bindStrayFiles(client: Told, page: EventTarget = window): () => void {
  const handleOver = (event: Event): void => {
    if (isStray(event as DragEvent)) event.preventDefault()
  }
  const handleDrop = (event: Event): void => {
    const { dataTransfer } = event as DragEvent
    if (!isStray(event as DragEvent)) return
    event.preventDefault()
    if (mayEdit(client)) client.tell({ tone: 'attention', sentence: sentenceFor(dataTransfer?.files[0]) })
  }
  page.addEventListener('dragover', handleOver)
  page.addEventListener('drop', handleDrop)
  return () => {
    page.removeEventListener('dragover', handleOver)
    page.removeEventListener('drop', handleDrop)
  }
}

/** Whoever takes a file says so before the window hears of it. */
function isStray({ defaultPrevented, dataTransfer }: DragEvent): boolean {
  return !defaultPrevented && dataTransfer?.types.includes('Files') === true
}

function sentenceFor(file: File | undefined): string {
  return file?.type.startsWith('image/')
    ? 'Pictures go on the canvas. Drop it there.'
    : 'This file cannot be read as a list. Save the spreadsheet as CSV and drop that file.'
}
