'use client'

import { useEffect, useRef } from 'react'
import type { InitiativeId } from '@/lib/ids'
import { useBoardClient } from '../../board/board-context'
import { editTitle } from '../../board/edit-title'
import styles from './title-editor.module.css'

interface TitleEditorProps {
  readonly id: InitiativeId
  readonly onDone: () => void
}

/** The title of a card of the tray while it is written. */
export function TitleEditor({ id, onDone }: TitleEditorProps) {
  const client = useBoardClient()
  const field = useRef<HTMLTextAreaElement>(null)
  const done = useRef(onDone)
  useEffect(() => {
    done.current = onDone
  })
  useEffect(() => {
    if (!field.current) return
    return editTitle(client, { id, field: field.current, onDone: () => done.current() })
  }, [client, id])
  return <textarea ref={field} className={styles.field} rows={2} aria-label="Title" />
}
