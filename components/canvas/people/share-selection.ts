import { react, type Editor, type TLShapeId } from 'tldraw'
import { sameJson } from '@/lib/board/units'
import type { BoardClient } from '../../board/board-client'
import { isOnBoard } from '../../board/store/is-on-board'

const MOST_SELECTED = 20

/**
 * Tells the others what I have selected, until it is stopped. Something that is only just being made is told once the
 * document has it.
 */
export function shareSelection(
  editor: Pick<Editor, 'getSelectedShapeIds'>,
  { board, presence }: Pick<BoardClient, 'board' | 'presence'>,
): () => void {
  const onBoard = (): TLShapeId[] =>
    editor
      .getSelectedShapeIds()
      .filter((id) => isOnBoard(board, id))
      .slice(0, MOST_SELECTED)
  let told: readonly TLShapeId[] = []
  const tell = (): void => {
    told = onBoard()
    presence.set({ selection: [...told] })
  }
  // Whatever is told is a sign of life, and what others make and delete is none of mine.
  const tellNews = (): void => {
    if (!sameJson(onBoard(), told)) tell()
  }
  const stop = react('share my selection', tell)
  board.records.observe(tellNews)
  return () => {
    board.records.unobserve(tellNews)
    stop()
  }
}
