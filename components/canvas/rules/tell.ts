import type { BoardClient, Notice } from '../../board/board-client'

/** Tells the person something once; a later notice takes its place. */
export function tell(client: BoardClient, sentence: string, tone: Notice['tone'] = 'attention'): void {
  client.tell({ tone, sentence })
}
