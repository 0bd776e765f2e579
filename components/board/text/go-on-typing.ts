import { react } from '@tldraw/state'
import type { BoardClient } from '../board-client'
import { goOnIn } from './go-on-in'

interface KeptTyping {
  /** What its draft is called. */
  readonly name: string
  readonly field: HTMLInputElement | HTMLTextAreaElement
  readonly home?: Element
  readonly isMultiline?: boolean
  /** Called where what was typed ended this single line. */
  readonly onEnter?: () => void
}

/**
 * Where the document was renewed under somebody's hands, they go on in this field where they were: once what they had
 * typed before stands in it, and they may edit it. Answers with the undo.
 */
export function goOnTyping(
  { drafts, offline, canEdit }: Pick<BoardClient, 'drafts' | 'offline' | 'canEdit'>,
  { name, field, ...returning }: KeptTyping,
): () => void {
  const waiting = drafts.waiting(name)
  if (!waiting) return () => undefined
  // A letter that comes before goes where its person was, and takes the place of nothing else.
  const isHere = field.ownerDocument.activeElement === field
  if (waiting.caret && isHere && drafts.isUnderHands(name)) field.setSelectionRange(...waiting.caret)
  let isOver = false
  const goOn = (): void => {
    if (isOver || !canEdit.get()) return
    const hasLeft = !drafts.isUnderHands(name)
    const draft = drafts.take(name)
    if (draft) goOnIn(field, draft, { ...returning, hasLeft })
  }
  const stop = react('go on typing', () => {
    // Not at once: what is brought along comes into the fields first.
    if (offline.isWhole.get() && canEdit.get()) queueMicrotask(goOn)
  })
  return () => {
    isOver = true
    stop()
  }
}
