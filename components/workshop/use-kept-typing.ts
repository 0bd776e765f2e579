import { useLayoutEffect, type RefObject } from 'react'
import { useBoardClient } from '../board/board-context'
import { draftOf } from '../board/text/draft-of'
import { goOnIn } from '../board/text/go-on-in'

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
      if (kept.caret || kept.text !== '') drafts.put(name, kept, { lasts: true })
    }
  }, [drafts, field, name])
}
