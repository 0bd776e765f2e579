'use client'

import { useValue } from '@tldraw/state-react'
import { Eraser, X } from 'lucide-react'
import { useBoardClient } from '../../board/board-context'
import { sayUndoable } from '../../board/undo/say-undoable'
import { Button } from '../../ui/controls/button'
import { IconButton } from '../../ui/controls/icon-button'
import { keyboardToCanvas } from '../keyboard-to-canvas'
import styles from './notices.module.css'
import { removedWords } from './removed-words'
import { thingsWords } from '@/lib/board/changes/things-words'

/** Says to whoever runs the workshop that much of it was taken away, until it is put back or meant. */
export function RemovedBanner() {
  const client = useBoardClient()
  const removal = useValue(client.removals.latest)
  if (!removal) return null
  const handlePutBack = () => {
    keyboardToCanvas(client)
    const { latest, putBack } = client.removals
    putBack()
    if (latest.get() !== removal) sayUndoable(client, `Put back ${thingsWords(removal.things)}.`)
  }
  const handleDismiss = () => {
    keyboardToCanvas(client)
    client.removals.dismiss()
  }
  return (
    <div className={styles.banner} data-tone="attention" data-banner data-testid="removed-banner">
      <Eraser size={16} strokeWidth={1.75} aria-hidden />
      <p role="status">{removedWords(removal)}</p>
      <Button size="small" onClick={handlePutBack}>
        Put back
      </Button>
      <IconButton label="Leave it so" size="small" onClick={handleDismiss}>
        <X size={16} strokeWidth={1.75} aria-hidden />
      </IconButton>
    </div>
  )
}
