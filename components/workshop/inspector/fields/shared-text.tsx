'use client'

import { useValue } from '@tldraw/state-react'
import { useEffect, useId, useRef, type KeyboardEvent } from 'react'
import type { InitiativeId } from '@/lib/ids'
import { useBoardClient } from '../../../board/board-context'
import { bindText } from '../../../board/text/bind-text'
import styles from '../inspector.module.css'

interface SharedTextProps {
  readonly id: InitiativeId
  readonly field: 'title' | 'summary'
  readonly label: string
  readonly maxCharacters: number
  readonly isMultiline?: boolean
}

/** A text of an initiative; others who write in it at the same time are seen letter by letter. */
export function SharedText({ id, field, label, maxCharacters, isMultiline = false }: SharedTextProps) {
  const client = useBoardClient()
  const canEdit = useValue(client.canEdit)
  const area = useRef<HTMLTextAreaElement>(null)
  const inputId = useId()
  useEffect(() => {
    if (!area.current) return
    const text = { root: 'initiatives', id, field } as const
    return bindText({ client, text, field: area.current, maxCharacters, isMultiline })
  }, [client, id, field, maxCharacters, isMultiline])

  const handleKey = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key !== 'Enter' || isMultiline || event.nativeEvent.isComposing) return
    event.preventDefault()
    event.currentTarget.blur()
    event.currentTarget.closest('aside')?.focus()
  }
  return (
    <div className={styles.field}>
      <label htmlFor={inputId} className={styles.label}>
        {label}
      </label>
      <textarea
        ref={area}
        id={inputId}
        className={styles.area}
        data-field={field}
        data-multiline={isMultiline || undefined}
        rows={2}
        readOnly={!canEdit}
        placeholder={isMultiline ? 'What is it for, and for whom?' : 'Untitled'}
        onKeyDown={handleKey}
      />
    </div>
  )
}
