import type { Draft } from './drafts'

/** What stands in a field now. */
export function draftOf(field: HTMLInputElement | HTMLTextAreaElement): Draft {
  const { value: text, selectionStart, selectionEnd } = field
  const isHere = field.ownerDocument.activeElement === field
  return { text, caret: isHere ? [selectionStart ?? text.length, selectionEnd ?? text.length] : null }
}
