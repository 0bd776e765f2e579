'use client'

import { useValue } from '@tldraw/state-react'
import Link from 'next/link'
import { ERRORS } from '@/lib/errors'
import { useBoardClient } from '../../board/board-context'
import { Button } from '../../ui/controls/button'
import { closedWords } from './closed-words'
import styles from './notices.module.css'

/** The server will not have this page back: why, and the one thing to do. */
export function ClosedPanel() {
  const client = useBoardClient()
  const state = useValue(client.saveState)
  if (state.kind !== 'closed') return null
  const { title, remedy } = closedWords(state.code)
  return (
    <div
      className={styles.closed}
      role="alertdialog"
      aria-labelledby="closed-title"
      aria-describedby="closed-text"
    >
      <h2 id="closed-title" className={styles.closedTitle}>
        {title}
      </h2>
      <p id="closed-text" className={styles.closedText}>
        {ERRORS[state.code].sentence}
      </p>
      {remedy === 'reload' ? (
        <Button look="primary" autoFocus onClick={() => window.location.reload()}>
          Reload the page
        </Button>
      ) : (
        <Button look="primary" asChild>
          <Link href="/">To your boards</Link>
        </Button>
      )}
    </div>
  )
}
