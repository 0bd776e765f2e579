import type { BoardClient } from '../board-client'
import { findText } from '../undo/text-histories'
import type { TextRef } from '../undo/undo-stack'
import { withinLimit } from './text-change'

interface UnopenedText {
  /** What its draft is called. */
  readonly name: string
  readonly text: TextRef
  readonly maxCharacters: number
}

/** Types what came for a single line while it was away into the text itself: its person is elsewhere by now. */
export function typeUnopened(
  { board, undo, drafts }: Pick<BoardClient, 'board' | 'undo' | 'drafts'>,
  { name, text, maxCharacters }: UnopenedText,
): void {
  const shared = findText(board, text)
  const draft = shared ? drafts.take(name) : null
  const [insert = ''] = draft?.late.split('\n') ?? []
  if (!shared || !draft?.caret || insert === '') return
  const [start, end] = draft.caret
  const at = Math.min(start, shared.length)
  // What was selected may say something else by now; then it stays.
  const isThere = shared.toJSON().slice(start, end) === draft.text.slice(start, end)
  const session = undo.openText(text)
  session.edit(withinLimit({ at, remove: isThere ? end - start : 0, insert }, shared.length, maxCharacters))
  session.close()
}
