'use client'

import { useValue } from '@tldraw/state-react'
import Link from 'next/link'
import { ERRORS } from '@/lib/errors'
import { useBoardClient } from '../../board/board-context'
import { Button } from '../../ui/controls/button'
import { CopyField } from '../../ui/controls/copy-field'
import { alongSentence, closedWords, unsavedSentence } from './closed-words'
import styles from './notices.module.css'

/** The server will not have this page back: why, and the one thing to do. */
export function ClosedPanel() {
  const client = useBoardClient()
  const state = useValue(client.saveState)
  if (state.kind !== 'closed') return null
  const { title, remedy } = closedWords(state.code)
  const unsaved = client.listUnsaved()
  const comesAlong = client.offline.comesAlong()
  const leave = () => {
    if (!comesAlong) client.giveUpUnsaved()
  }
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
      {unsaved.length > 0 && comesAlong && (
        <p className={styles.closedText}>{alongSentence(unsaved.length)}</p>
      )}
      {unsaved.length > 0 && !comesAlong && (
        <div className={styles.unsaved}>
          <p>
            {unsavedSentence(unsaved.length)} Copy {unsaved.length === 1 ? 'it' : 'them'} before you go on.
          </p>
          <CopyField tall label="unsaved changes" value={unsaved.join('\n')} />
        </div>
      )}
      {remedy === 'reload' ? (
        <Button
          look="primary"
          autoFocus={unsaved.length === 0 || comesAlong}
          onClick={() => {
            leave()
            window.location.reload()
          }}
        >
          {unsaved.length === 0 || comesAlong ? 'Reload the page' : 'Reload without them'}
        </Button>
      ) : (
        <Button look="primary" asChild>
          <Link href="/" onClick={leave}>
            To your boards
          </Link>
        </Button>
      )}
    </div>
  )
}
