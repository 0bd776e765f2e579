'use client'

import { useValue } from '@tldraw/state-react'
import { FileWarning } from 'lucide-react'
import { useState } from 'react'
import { useBoardClient } from '../../board/board-context'
import type { RefusalReason, RefusedChange } from '../../board/offline/storage/offline-storage'
import { Button } from '../../ui/controls/button'
import { CopyField } from '../../ui/controls/fields/copy-field'
import { Dialog } from '../../ui/overlays/dialogs/dialog'
import styles from './notices.module.css'
import { reasonSentence, refusedSentence } from './refused-words'

/** What I did without a connection and the board did not take: to be read, copied and put away. */
export function RefusedBanner() {
  const client = useBoardClient()
  const refused = useValue(client.offline.refused)
  // What is open goes with the list: the next one is not thrown over whatever the person does.
  return refused.length > 0 && <RefusedList refused={refused} />
}

function RefusedList({ refused }: { readonly refused: readonly RefusedChange[] }) {
  const client = useBoardClient()
  const [isOpen, setOpen] = useState(false)
  const handlePutAway = () => {
    setOpen(false)
    client.offline.dismissRefused()
  }
  const sentence = refusedSentence(wordsOf(refused).length)
  return (
    <>
      <p className={styles.banner} data-tone="attention" data-banner role="status">
        <FileWarning size={16} strokeWidth={1.75} aria-hidden />
        {sentence}
        <Button size="small" onClick={() => setOpen(true)}>
          Show
        </Button>
      </p>
      <Dialog
        open={isOpen}
        onOpenChange={setOpen}
        onLeftBehind={() => client.canvas.get()?.focus()}
        title="Not on the board"
        description={`${sentence} Copy what you want to keep.`}
        actions={
          <>
            <Button onClick={() => setOpen(false)}>Keep the list</Button>
            <Button look="primary" onClick={handlePutAway}>
              Put it away
            </Button>
          </>
        }
      >
        <div className={styles.refusedList}>
          {byReason(refused).map(([reason, changes]) => (
            <div key={reason}>
              <p className={styles.refusedWhy}>{reasonSentence(reason)}</p>
              <CopyField tall label="refused changes" value={wordsOf(changes).join('\n')} />
            </div>
          ))}
        </div>
      </Dialog>
    </>
  )
}

function wordsOf(refused: readonly RefusedChange[]): readonly string[] {
  return [...new Set(refused.flatMap(({ words }) => words))]
}

function byReason(refused: readonly RefusedChange[]): [RefusalReason, readonly RefusedChange[]][] {
  const reasons = [...new Set(refused.map(({ reason }) => reason))]
  return reasons.map((reason) => [reason, refused.filter((change) => change.reason === reason)])
}
