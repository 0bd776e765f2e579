import { react } from '@tldraw/state'
import type { BoardClient } from '../board-client'
import { goOnIn } from './go-on-in'

interface KeptTyping {
  /** What its draft is called. */
  readonly name: string
  readonly field: HTMLInputElement | HTMLTextAreaElement
  readonly home?: Element
  readonly isMultiline?: boolean
}

/**
 * Where the document was renewed under somebody's hands, they go on in this field where they were: once what they had
 * typed before stands in it. Answers with the undo.
 */
export function goOnTyping(
  { drafts, offline }: Pick<BoardClient, 'drafts' | 'offline'>,
  { name, field, ...returning }: KeptTyping,
): () => void {
  if (!drafts.isUnderHands(name)) return () => undefined
  let isOver = false
  const goOn = (): void => {
    const draft = isOver ? null : drafts.take(name)
    if (draft) goOnIn(field, draft, returning)
  }
  const stop = react('go on typing', () => {
    // Not at once: what is brought along comes into the fields first.
    if (offline.isWhole.get()) queueMicrotask(goOn)
  })
  return () => {
    isOver = true
    stop()
  }
}
