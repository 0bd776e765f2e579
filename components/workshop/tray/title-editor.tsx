'use client'

import { useEffect, useRef, type KeyboardEvent } from 'react'
import { LIMITS } from '@/lib/sync/limits'
import type { InitiativeId } from '@/lib/ids'
import { useBoardClient } from '../../board/board-context'
import { bindText } from '../../board/text-binding'
import styles from './title-editor.module.css'

interface TitleEditorProps {
  readonly id: InitiativeId
  readonly onDone: () => void
}

/** The title of a card while it is written; others who write in it at the same time are seen letter by letter. */
export function TitleEditor({ id, onDone }: TitleEditorProps) {
  const client = useBoardClient()
  const field = useRef<HTMLTextAreaElement>(null)

  useEffect(() => {
    const area = field.current
    if (!area) return
    const text = { root: 'initiatives', id, field: 'title' } as const
    const unbind = bindText({ client, text, field: area, maxCharacters: LIMITS.TITLE_CHARACTERS })
    area.focus()
    area.select()
    return unbind
  }, [client, id])

  const handleKey = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    event.preventDefault()
    onDone()
  }
  return (
    <textarea
      ref={field}
      className={styles.field}
      rows={2}
      aria-label="Title"
      onKeyDown={handleKey}
      onBlur={onDone}
    />
  )
}
