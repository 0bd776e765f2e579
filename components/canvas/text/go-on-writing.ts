import { react, unsafe__withoutCapture, type Editor, type TLShape, type TLShapeId } from 'tldraw'
import { LIMITS } from '@/lib/sync/limits'
import type { BoardClient } from '../../board/board-client'
import { draftOf } from '../../board/text/draft-of'
import { isKeyboardFree } from '../../board/text/keyboard-is-free'
import { typeUnopened } from '../../board/text/type-unopened'
import { isCard } from '../shapes/shape-types'
import { isTeam } from '../teams/team-shapes'
import { typeIn } from '../tools/type-title'

/** What is kept of a title or a name that is being typed is called so. */
export function draftOfShape(id: TLShapeId): string {
  return `canvas ${id}`
}

/** Keeps what is typed in a title or a name on the canvas, where it goes because the document is renewed. */
export function keepWritten(editor: Editor, client: BoardClient): void {
  const id = editor.getEditingShapeId()
  const { activeElement } = editor.getContainer().ownerDocument
  const isRenewed = client.saveState.get().kind === 'renewing'
  if (isRenewed && id && activeElement instanceof HTMLTextAreaElement)
    client.drafts.put(draftOfShape(id), draftOf(activeElement))
}

/**
 * Opens again what somebody wrote in when the document was renewed, once all of it is there and they may edit it. Where
 * they are elsewhere by then, what they typed for it comes into it, and they stay there.
 */
export function goOnWriting(editor: Editor, client: BoardClient): () => void {
  const { drafts, offline, canEdit } = client
  const goOn = (): void => {
    if (editor.isDisposed) return
    const isFree = isKeyboardFree(editor.getContainer().ownerDocument)
    const waiting = editor.getCurrentPageShapes().filter(({ id }) => drafts.waiting(draftOfShape(id)))
    const open = isFree ? waiting.find(({ id }) => drafts.isUnderHands(draftOfShape(id))) : undefined
    for (const shape of waiting) if (shape !== open) typeBeside(client, shape)
    if (!open) return
    editor.select(open.id)
    typeIn(editor, open)
  }
  return react('go on writing', () => {
    if (offline.isWhole.get() && canEdit.get()) unsafe__withoutCapture(goOn)
  })
}

function typeBeside(client: BoardClient, shape: TLShape): void {
  const parts = { name: draftOfShape(shape.id), maxCharacters: LIMITS.TITLE_CHARACTERS }
  if (isCard(shape)) {
    const id = shape.props.initiativeId
    typeUnopened(client, { ...parts, text: { root: 'initiatives', id, field: 'title' } })
  }
  if (isTeam(shape)) {
    const id = shape.props.teamId
    typeUnopened(client, { ...parts, text: { root: 'teams', id, field: 'name' } })
  }
}
