import { LIMITS } from '@/lib/sync/limits'
import type { InitiativeId } from '@/lib/ids'
import type { BoardClient } from '../board-client'
import { bindText } from './bind-text'

interface TitleEditing {
  readonly id: InitiativeId
  readonly field: HTMLTextAreaElement
  /** Called when the person is done; `by` says whether the keyboard has to go somewhere from here. */
  readonly onDone: (by: 'key' | 'blur') => void
}

/**
 * Lets a person write an initiative's title in a field, together with whoever else writes in it: takes the keyboard,
 * selects the whole title, ends with Enter, Escape or when the keyboard goes elsewhere. Answers with the undo.
 */
export function editTitle(client: BoardClient, { id, field, onDone }: TitleEditing): () => void {
  const text = { root: 'initiatives', id, field: 'title' } as const
  const unbind = bindText({ client, text, field, maxCharacters: LIMITS.TITLE_CHARACTERS })
  const onKeyDown = (event: KeyboardEvent): void => {
    // What is typed here steers nothing else on the page.
    event.stopPropagation()
    if ((event.key !== 'Enter' && event.key !== 'Escape') || event.isComposing) return
    event.preventDefault()
    onDone('key')
  }
  const onBlur = (): void => {
    // Another window may have the keyboard for a moment; then typing goes on afterwards.
    if (field.ownerDocument.hasFocus()) onDone('blur')
  }
  field.addEventListener('keydown', onKeyDown)
  field.addEventListener('blur', onBlur)
  field.focus({ preventScroll: true })
  field.select()
  return () => {
    field.removeEventListener('keydown', onKeyDown)
    field.removeEventListener('blur', onBlur)
    // So that the next binding of this field hears it being focused.
    field.blur()
    unbind()
  }
}
