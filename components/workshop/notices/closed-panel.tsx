'use client'

import { useValue } from '@tldraw/state-react'
import Link from 'next/link'
import { useState } from 'react'
import { ERRORS, type ErrorCode } from '@/lib/errors'
import { useBoardClient } from '../../board/board-context'
import { Button } from '../../ui/controls/button'
import { CopyField } from '../../ui/controls/fields/copy-field'
import { Dialog } from '../../ui/overlays/dialogs/dialog'
import { useBackAgain } from '../use-back-again'
import { alongSentence, closedWords, leaveWords, unsavedSentence } from './closed-words'
import styles from './notices.module.css'

/** The server will not have this page back: why, and the one thing to do. */
export function ClosedPanel() {
  const client = useBoardClient()
  const state = useValue(client.saveState)
  return state.kind === 'closed' && <Closed code={state.code} />
}

function Closed({ code }: { readonly code: ErrorCode }) {
  const client = useBoardClient()
  const [isCopied, setCopied] = useState(false)
  const { title, remedy } = closedWords(code)
  const unsaved = client.listUnsaved()
  const comesAlong = client.offline.comesAlong()
  const atRisk = comesAlong || isCopied ? 0 : unsaved.length
  // What would be lost is to be copied first.
  useBackAgain(code === 'board-deleted' && unsaved.length === 0 ? client.boardId : null)
  const leave = () => {
    if (!comesAlong) client.giveUpUnsaved()
  }
  return (
    <Dialog
      open
      title={title}
      description={ERRORS[code].sentence}
      actions={<LeaveButton remedy={remedy} atRisk={atRisk} onLeave={leave} />}
    >
      {unsaved.length > 0 &&
        (comesAlong ? (
          <p>{alongSentence(unsaved.length)}</p>
        ) : (
          <div className={styles.unsaved}>
            <p>
              {unsavedSentence(unsaved.length)} Copy {unsaved.length === 1 ? 'it' : 'them'} before you go on.
            </p>
            <CopyField
              tall
              primary={atRisk > 0}
              label="unsaved changes"
              value={unsaved.join('\n')}
              onCopied={() => setCopied(true)}
            />
          </div>
        ))}
    </Dialog>
  )
}

interface LeaveButtonProps {
  readonly remedy: 'reload' | 'home'
  readonly atRisk: number
  readonly onLeave: () => void
}

function LeaveButton({ remedy, atRisk, onLeave }: LeaveButtonProps) {
  const look = atRisk > 0 ? 'secondary' : 'primary'
  const words = leaveWords(remedy, atRisk)
  if (remedy === 'home') {
    return (
      <Button look={look} asChild>
        <Link href="/" onClick={onLeave}>
          {words}
        </Link>
      </Button>
    )
  }
  const handlePress = () => {
    onLeave()
    window.location.reload()
  }
  return (
    <Button look={look} onClick={handlePress}>
      {words}
    </Button>
  )
}
