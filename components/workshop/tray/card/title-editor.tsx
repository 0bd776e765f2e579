'use client'

import { useEffect, useRef } from 'react'
import type { InitiativeId } from '@/lib/ids'
import { useBoardClient } from '../../../board/board-context'
import { draftOf } from '../../../board/text/draft-of'
import { editTitle } from '../../../board/text/edit-title'
import { goOnTyping } from '../../../board/text/go-on-typing'
import { keepUnderRenewal } from '../../../board/text/keep-under-renewal'
import { dropLateTyping } from '../../../board/text/late-typing'
import styles from './title-editor.module.css'

interface TitleEditorProps {
  readonly id: InitiativeId
  /** Called when the person is done; `by` says whether the keyboard has to go somewhere from here. */
  readonly onDone: (by: 'key' | 'blur') => void
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
    const area = field.current
    if (!area) return
    const stop = editTitle(client, { id, field: area, onDone: (by) => done.current(by) })
    const name = draftOfTitle(id)
    const stopReturning = goOnTyping(client, { name, field: area, onEnter: () => done.current('key') })
    const stopKeeping = keepUnderRenewal(client, () => client.drafts.put(name, draftOf(area)))
    return () => {
      stopKeeping()
      stopReturning()
      stop()
      // Somebody else took the card away under this person's hands.
      if (!client.view.unplaced.get().includes(id)) dropLateTyping()
    }
  }, [client, id])
  return <textarea ref={field} className={styles.field} rows={2} aria-label="Title" />
}

/** What is kept of a title that is being typed while the document is renewed is called so. */
export function draftOfTitle(id: InitiativeId): string {
  return `tray ${id}`
}
