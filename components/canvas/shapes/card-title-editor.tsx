import { stopEventPropagation, useEditor, type Editor, type TLShapeId } from 'tldraw'
import { useEffect, useRef } from 'react'
import { LIMITS } from '@/lib/sync/limits'
import { bindText } from '../../board/text-binding'
import { clientOf } from '../store-client'
import styles from './card.module.css'

/** The title of a card while it is typed, together with whoever else types in it. Enter and Escape end it. */
export function CardTitleEditor(props: {
  readonly initiativeId: string
  readonly shapeId: TLShapeId
}): React.ReactNode {
  const { initiativeId, shapeId } = props
  const editor = useEditor()
  const input = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    const field = input.current
    return field ? typeTitle(editor, { field, initiativeId, shapeId }) : undefined
  }, [editor, initiativeId, shapeId])
  return (
    <textarea
      ref={input}
      className={styles.editor}
      rows={2}
      aria-label="Title"
      spellCheck={false}
      onPointerDown={stopEventPropagation}
      onDoubleClick={stopEventPropagation}
    />
  )
}

function typeTitle(
  editor: Editor,
  title: { field: HTMLTextAreaElement; initiativeId: string; shapeId: TLShapeId },
): () => void {
  const { field, initiativeId, shapeId } = title
  const text = { root: 'initiatives', id: initiativeId, field: 'title' } as const
  const unbind = bindText({ client: clientOf(editor), text, field, maxCharacters: LIMITS.TITLE_CHARACTERS })
  const end = (): void => {
    if (editor.getEditingShapeId() === shapeId) editor.setEditingShape(null)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if ((event.key !== 'Enter' && event.key !== 'Escape') || event.isComposing) return
    event.preventDefault()
    event.stopPropagation()
    end()
    editor.getContainer().focus()
  }
  const onBlur = (): void => {
    // Another window may have the keyboard for a moment; then typing goes on afterwards.
    if (field.ownerDocument.hasFocus()) end()
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
