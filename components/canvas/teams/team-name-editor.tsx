import { stopEventPropagation, useEditor, type TLShapeId } from 'tldraw'
import { useEffect, useRef, useState, type CSSProperties } from 'react'
import type { TeamId } from '@/lib/ids'
import { LIMITS } from '@/lib/sync/limits'
import { bindText } from '../../board/text/text-binding'
import { clientOf } from '../store-client'
import styles from './teams.module.css'

/** The name of a team while it is typed, together with whoever else types in it. Enter and Escape end it. */
export function TeamNameEditor(props: {
  readonly teamId: string
  readonly shapeId: TLShapeId
  /** What the name is painted with where it is not typed, board px. */
  readonly lettersPx: number
}): React.ReactNode {
  const { teamId, shapeId } = props
  // It is painted smaller as it gets longer; letters that shrank under the hand would be no help.
  const [lettersPx] = useState(props.lettersPx)
  const editor = useEditor()
  const input = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    const field = input.current
    if (!field) return
    const text = { root: 'teams', id: teamId, field: 'name' } as const
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
    const onFirstLetter = (): void => clientOf(editor).teams.keepNamesakes(teamId as TeamId)
    field.addEventListener('beforeinput', onFirstLetter, { once: true })
    field.addEventListener('keydown', onKeyDown)
    field.addEventListener('blur', onBlur)
    field.focus({ preventScroll: true })
    field.select()
    return () => {
      field.removeEventListener('beforeinput', onFirstLetter)
      field.removeEventListener('keydown', onKeyDown)
      field.removeEventListener('blur', onBlur)
      // So that the next binding of this field hears it being focused.
      field.blur()
      unbind()
    }
  }, [editor, teamId, shapeId])
  return (
    <div className={styles.nameBox}>
      <textarea
        ref={input}
        className={styles.nameField}
        style={{ '--name-px': `${lettersPx}px` } as CSSProperties}
        rows={1}
        aria-label="Name of the team"
        placeholder="Name of the team"
        spellCheck={false}
        onPointerDown={stopEventPropagation}
        onDoubleClick={stopEventPropagation}
      />
    </div>
  )
}
