import type { BoardClient } from '../board-client'
import { goOnIn } from './go-on-in'
import { whenWhole } from './when-whole'

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
  client: Pick<BoardClient, 'drafts' | 'offline' | 'canEdit'>,
  { name, field, ...returning }: KeptTyping,
): () => void {
  const { drafts } = client
  const waiting = drafts.waiting(name)
  if (!waiting) return () => undefined
  // A letter that comes before goes where its person was, and takes the place of nothing else.
  const isHere = field.ownerDocument.activeElement === field
  if (waiting.caret && isHere && drafts.isUnderHands(name)) field.setSelectionRange(...waiting.caret)
  return whenWhole(client, () => {
    const hasLeft = !drafts.isUnderHands(name)
    const draft = drafts.take(name)
    if (draft) goOnIn(field, draft, { ...returning, hasLeft })
  })
}
