import { clamp } from '../../clamp'
import type { BoardDocument } from '../layout'
import { textAt, type TextAddress } from '../text/rewrite-text'
import type { Author, Step } from '../step'
import { transactAs } from '../transact'

/** One stroke of typing: at `at`, takes `remove` characters away and puts `insert` there (UTF-16 units). */
export interface TextEdit extends TextAddress {
  readonly at: number
  readonly remove: number
  readonly insert: string
}

/** Types in one text. What reaches past its end is cut to it; where there is no such text, nothing happens. */
export function editText(board: BoardDocument, author: Author, edit: TextEdit): Step {
  const { root, id, field } = edit
  const text = textAt(board, edit)
  if (!text) return []
  const at = clamp(edit.at, 0, text.length)
  const remove = clamp(edit.remove, 0, text.length - at)
  if (remove === 0 && edit.insert === '') return []
  transactAs(board, author, () => {
    if (remove > 0) text.delete(at, remove)
    if (edit.insert !== '') text.insert(at, edit.insert)
  })
  return [{ kind: 'text', root, id, field }]
}
