import { stopEventPropagation, useEditor, type TLShapeId } from 'tldraw'
import { useEffect, useRef } from 'react'
import type { InitiativeId } from '@/lib/ids'
import { editTitle } from '../../../board/text/edit-title'
import { goOnTyping } from '../../../board/text/go-on-typing'
import { clientOf } from '../../session/store-client'
import { draftOfShape } from '../../text/go-on-writing'
import styles from './card.module.css'

/** The title of a card while it is written. */
export function CardTitleEditor(props: {
  readonly initiativeId: string
  readonly shapeId: TLShapeId
}): React.ReactNode {
  const { initiativeId, shapeId } = props
  const editor = useEditor()
  const input = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    const field = input.current
    if (!field) return
    const onDone = (by: 'key' | 'blur'): void => {
      if (editor.getEditingShapeId() === shapeId) editor.setEditingShape(null)
      if (by === 'key') editor.getContainer().focus()
    }
    const client = clientOf(editor)
    const stop = editTitle(client, { id: initiativeId as InitiativeId, field, onDone })
    const stopReturning = goOnTyping(client, {
      ...{ name: draftOfShape(shapeId), field },
      onEnter: () => onDone('key'),
    })
    return () => {
      stopReturning()
      stop()
    }
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
