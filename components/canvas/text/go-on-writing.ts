import { react, unsafe__withoutCapture, type Editor, type TLShapeId } from 'tldraw'
import type { BoardClient } from '../../board/board-client'
import { draftOf } from '../../board/text/draft-of'
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

/** Opens again what somebody wrote in when the document was renewed, as soon as all of it is there. */
export function goOnWriting(editor: Editor, { drafts, offline }: BoardClient): () => void {
  const open = (): void => {
    if (editor.isDisposed) return
    const shape = editor.getCurrentPageShapes().find(({ id }) => drafts.isUnderHands(draftOfShape(id)))
    if (!shape) return
    editor.select(shape.id)
    typeIn(editor, shape)
  }
  return react('go on writing', () => {
    if (offline.isWhole.get()) unsafe__withoutCapture(open)
  })
}
