import { useLayoutEffect, type RefObject } from 'react'
import { useBoardClient } from '../board/board-context'
import type { Draft } from '../board/text/drafts'
import { isAnythingFocused } from '../ui/is-anything-focused'

type Field = HTMLInputElement | HTMLTextAreaElement

/** Keeps what is typed in a field that goes and comes back under its person's hands, and the caret in it. */
export function useKeptTyping(field: RefObject<Field | null>, name: string): void {
  const { drafts } = useBoardClient()
  useLayoutEffect(() => {
    const here = field.current
    if (!here) return
    const draft = drafts.take(name)
    if (draft) {
      here.value = draft.text
      goOnIn(here, draft)
    }
    // While it still has the keyboard: React takes it away after this.
    return () => {
      const kept = draftOf(here)
      if (kept.caret || kept.text !== '') drafts.put(name, kept)
    }
  }, [drafts, field, name])
}

/** Puts the caret back, unless its person has taken the keyboard elsewhere meanwhile. */
export function goOnIn(field: Field, { caret }: Draft): void {
  if (!caret || isAnythingFocused()) return
  field.focus({ preventScroll: true })
  field.setSelectionRange(...caret)
}

/** What stands in a field now. */
export function draftOf(field: Field): Draft {
  const { value: text, selectionStart, selectionEnd } = field
  const isHere = document.activeElement === field
  return { text, caret: isHere ? [selectionStart ?? text.length, selectionEnd ?? text.length] : null }
}
