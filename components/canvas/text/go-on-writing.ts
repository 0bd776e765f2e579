import type { Editor, TLShape, TLShapeId } from 'tldraw'
import type { Json } from '@/lib/board/layout'
import { typeInRichText } from '@/lib/board/text/type-in-rich-text'
import { LIMITS } from '@/lib/sync/limits'
import type { BoardClient } from '../../board/board-client'
import { draftOf } from '../../board/text/draft-of'
import { isKeyboardFree } from '../../board/text/keyboard-is-free'
import { latePlace } from '../../board/text/late-place'
import { typeUnopened } from '../../board/text/type-unopened'
import { whenWhole } from '../../board/text/when-whole'
import { isCard } from '../shapes/shape-types'
import { isTeam } from '../teams/team-shapes'
import { typeIn } from '../tools/type-title'
import { draftOfText, goOnInText } from './go-on-in-text'
import { placeCaretIn, placeCaretInLabel } from './steady-caret'

/** What is kept of a title, a name or a text that is being typed is called so. */
export function draftOfShape(id: TLShapeId): string {
  return `canvas ${id}`
}

/** Keeps what is typed in a title, a name or a text on the canvas, where it goes because the document is renewed. */
export function keepWritten(editor: Editor, client: BoardClient): void {
  const id = editor.getEditingShapeId()
  const { activeElement } = editor.getContainer().ownerDocument
  if (!id || client.saveState.get().kind !== 'renewing') return
  const text = editor.getRichTextEditor()
  if (text) client.drafts.put(draftOfShape(id), draftOfText(text))
  else if (activeElement instanceof HTMLTextAreaElement)
    client.drafts.put(draftOfShape(id), draftOf(activeElement))
}

/**
 * Opens again what somebody wrote in when the document was renewed, once all of it is there and they may edit it. Where
 * they are elsewhere by then, what they typed for it comes into it, and they stay there. `flush` shows on the canvas what
 * stands in the document by now.
 */
export function goOnWriting(editor: Editor, client: BoardClient, flush: () => void): () => void {
  const { drafts } = client
  const goOn = (): void => {
    if (editor.isDisposed) return
    // Whoever opens a text goes on from what is shown of it.
    flush()
    const isFree = isKeyboardFree(editor.getContainer().ownerDocument)
    const waiting = editor.getCurrentPageShapes().filter(({ id }) => drafts.waiting(draftOfShape(id)))
    const open = isFree ? waiting.find(({ id }) => drafts.isUnderHands(draftOfShape(id))) : undefined
    for (const shape of waiting) if (shape !== open) typeBeside(editor, client, shape)
    if (!open) return
    const caret = open.type === 'arrow' ? typeInLabel(editor, client, open) : null
    editor.select(open.id)
    typeIn(editor, open)
    if (caret !== null) placeCaretInLabel(editor, open.id, caret)
    placeCaretIn(editor, open.id, (text) => {
      const draft = drafts.take(draftOfShape(open.id))
      if (draft) goOnInText(text, draft)
    })
  }
  return whenWhole(client, goOn)
}

function typeBeside(editor: Editor, client: BoardClient, shape: TLShape): void {
  const parts = { name: draftOfShape(shape.id), maxCharacters: LIMITS.TITLE_CHARACTERS }
  if (isCard(shape)) {
    const id = shape.props.initiativeId
    typeUnopened(client, { ...parts, text: { root: 'initiatives', id, field: 'title' } })
  }
  if (isTeam(shape)) {
    const id = shape.props.teamId
    typeUnopened(client, { ...parts, text: { root: 'teams', id, field: 'name' } })
  }
  if ('richText' in shape.props) typeInText(editor, client, shape)
  if (shape.type === 'arrow') typeInLabel(editor, client, shape)
}

function typeInText(editor: Editor, { drafts }: BoardClient, { id, type, props }: TLShape): void {
  const { caret, late = '' } = drafts.take(draftOfShape(id)) ?? {}
  if (!caret || late === '') return
  const richText = typeInRichText((props as { richText: Json }).richText, caret[0], late)
  editor.updateShape({ id, type, props: { richText } })
}

/** The words at an arrow are plain. Answers with where the caret is in them then. */
function typeInLabel(editor: Editor, { drafts }: BoardClient, { id, type, props }: TLShape): number | null {
  const draft = drafts.take(draftOfShape(id))
  if (!draft?.caret) return null
  const { text } = props as { text: string }
  const [start, end] = latePlace(draft, draft.caret, text)
  if (draft.late === '') return end
  editor.updateShape({ id, type, props: { text: text.slice(0, start) + draft.late + text.slice(end) } })
  return start + draft.late.length
}
