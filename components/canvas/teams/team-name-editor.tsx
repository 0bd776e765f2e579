import { stopEventPropagation, useEditor, useValue, type Editor, type TLShapeId } from 'tldraw'
import { useEffect, useId, useState, type CSSProperties } from 'react'
import type { TeamId } from '@/lib/ids'
import { LIMITS } from '@/lib/sync/limits'
import { bindText } from '../../board/text/bind-text'
import { goOnTyping } from '../../board/text/go-on-typing'
import { clientOf } from '../session/store-client'
import { draftOfShape } from '../text/go-on-writing'
import { hasNamesake as hasNamesakeOf } from './has-namesake'
import { edgesOf } from '../view/edges-of'
import { useSizeOf } from '../view/use-size-of'
import { nameShift } from './name-shift'
import styles from './teams.module.css'

interface TypedName {
  readonly teamId: string
  readonly shapeId: TLShapeId
}

/** The name of a team while it is typed, together with whoever else types in it. Enter and Escape end it. */
export function TeamNameEditor(
  props: TypedName & {
    /** What the name is painted with where it is not typed, board px. */
    readonly lettersPx: number
  },
): React.ReactNode {
  const { shapeId, teamId } = props
  const hintId = useId()
  // It is painted smaller as it gets longer; letters that shrank under the hand would be no help.
  const [lettersPx] = useState(props.lettersPx)
  const editor = useEditor()
  const [field, setField] = useState<HTMLTextAreaElement | null>(null)
  const { w } = useSizeOf(field)
  const shiftPx = useValue('shift of the name', () => shiftIntoView(editor, shapeId, w), [editor, shapeId, w])
  const hasNamesake = useValue('has a namesake', () => hasNamesakeOf(editor, teamId), [editor, teamId])
  useNameTyping(field, props)
  return (
    <div className={styles.nameBox}>
      <textarea
        ref={setField}
        className={styles.nameField}
        style={{ '--name-px': `${lettersPx}px`, translate: `${shiftPx}px` } as CSSProperties}
        rows={1}
        aria-label="Name of the team"
        aria-describedby={hasNamesake ? hintId : undefined}
        placeholder="Name of the team"
        spellCheck={false}
        onPointerDown={stopEventPropagation}
        onDoubleClick={stopEventPropagation}
      />
      {hasNamesake ? (
        <p id={hintId} className={styles.nameHint} style={{ translate: `${shiftPx}px` }} role="status">
          Another team has this name.
        </p>
      ) : null}
    </div>
  )
}

/** Binds the field to the name; Enter and Escape end the typing, and so does leaving it. */
function useNameTyping(field: HTMLTextAreaElement | null, { teamId, shapeId }: TypedName): void {
  const editor = useEditor()
  useEffect(() => {
    if (!field) return
    const text = { root: 'teams', id: teamId, field: 'name' } as const
    const unbind = bindText({ client: clientOf(editor), text, field, maxCharacters: LIMITS.TITLE_CHARACTERS })
    const end = (): void => {
      if (editor.getEditingShapeId() === shapeId) editor.setEditingShape(null)
    }
    const leave = (): void => {
      end()
      editor.getContainer().focus()
    }
    const onKeyDown = (event: KeyboardEvent): void => {
      if ((event.key !== 'Enter' && event.key !== 'Escape') || event.isComposing) return
      event.preventDefault()
      event.stopPropagation()
      leave()
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
    const stopReturning = goOnTyping(clientOf(editor), {
      ...{ name: draftOfShape(shapeId), field },
      onEnter: leave,
    })
    return () => {
      stopReturning()
      field.removeEventListener('beforeinput', onFirstLetter)
      field.removeEventListener('keydown', onKeyDown)
      field.removeEventListener('blur', onBlur)
      // So that the next binding of this field hears it being focused.
      field.blur()
      unbind()
    }
  }, [editor, field, teamId, shapeId])
}

/** How far the field moves to be seen whole, board px. */
function shiftIntoView(editor: Editor, shapeId: TLShapeId, fieldW: number): number {
  const shape = editor.getShape(shapeId)
  const team = shape ? edgesOf(editor, shape) : null
  const zoom = editor.getZoomLevel()
  return team ? nameShift(team, fieldW * zoom, editor.getViewportScreenBounds().w) / zoom : 0
}
