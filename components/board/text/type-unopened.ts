import type { BoardClient } from '../board-client'
import { findText } from '../undo/text-histories'
import type { TextRef } from '../undo/undo-stack'
import { latePlace } from './late-place'
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
  const [start, end] = latePlace(draft, draft.caret, shared.toJSON())
  const at = Math.min(start, shared.length)
  const session = undo.openText(text)
  session.edit(withinLimit({ at, remove: end - start, insert }, shared.length, maxCharacters))
  session.close()
}
