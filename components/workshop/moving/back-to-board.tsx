'use client'

import { useValue } from '@tldraw/state-react'
import { Undo2 } from 'lucide-react'
import { useBoardClient } from '../../board/board-context'
import { Button } from '../../ui/controls/button'
import styles from './back-to-board.module.css'

/** The way back for who has moved so far that nothing of the board is on the screen. */
export function BackToBoard() {
  const client = useBoardClient()
  const isLost = useValue('lost', () => client.canvas.get()?.isLost.get() ?? false, [client])
  if (!isLost) return null
  const handlePress = () => {
    client.canvas.get()?.zoomToFit()
    client.canvas.get()?.focus()
  }
  return (
    <Button look="primary" className={styles.back} onClick={handlePress}>
      <Undo2 size={16} strokeWidth={1.75} />
      Back to the board
    </Button>
  )
}
