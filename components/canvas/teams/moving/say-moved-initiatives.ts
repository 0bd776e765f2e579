import type { BoardClient } from '../../../board/board-client'
import { sayUndoable } from '../../../board/undo/say-undoable'
import { movedInitiatives } from './moved-initiatives'
import { movedWords } from './moved-words'

/** Says that a card put on a team here was another one's, which it is no longer, and offers to take it back; answers with the undo. */
export function sayMovedInitiatives(client: BoardClient): () => void {
  return client.undo.afterPush((step) => {
    const sentence = movedWords(movedInitiatives(client.board, step))
    if (sentence !== null) sayUndoable(client, sentence)
  })
}
