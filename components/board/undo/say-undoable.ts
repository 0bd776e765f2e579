import type { Transaction } from 'yjs'
import { originOf } from '@/lib/board/transact'
import type { BoardClient, Notice } from '../board-client'
import { takeBack } from './take-back'

/**
 * Says what was just done and offers to take it back. My next change ends the offer: undo takes back the latest step,
 * and that would be another one. Where that change is the undo, the sentence goes too: it is not true any more.
 */
export function sayUndoable(
  client: Pick<BoardClient, 'notice' | 'tell' | 'undo' | 'board' | 'canEdit' | 'me'>,
  sentence: string,
  further: Pick<Notice, 'offer'> = {},
): void {
  const step = client.undo.latest()
  client.tell({ tone: 'info', sentence, undo: () => void takeBack(client, step), ...further })
  const said = client.notice.get()
  const { doc } = client.board
  const endOffer = (transaction: Transaction): void => {
    if (!transaction.local || transaction.changed.size === 0) return
    doc.off('afterTransaction', endOffer)
    if (!said || client.notice.get() !== said) return
    const isTakenBack = originOf(transaction.origin) === 'undo'
    client.notice.set(isTakenBack ? null : { id: said.id, tone: said.tone, sentence: said.sentence })
  }
  doc.on('afterTransaction', endOffer)
}
