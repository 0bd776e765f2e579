'use client'

import { useState } from 'react'
import { useBoardClient } from '../../board/board-context'
import { Button } from '../../ui/controls/button'
import { Dialog } from '../../ui/overlays/dialog'
import { removeMember } from './member-calls'
import styles from './people-list.module.css'

interface RemoveDialogProps {
  readonly personId: string
  readonly name: string
  readonly onClose: () => void
  readonly onRemoved: (() => void) | undefined
}

/** Asks before somebody is put out, and says what keeps them out. */
export function RemoveDialog({ personId, name, onClose, onRemoved }: RemoveDialogProps) {
  const client = useBoardClient()
  const [isBusy, setIsBusy] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const remove = async () => {
    setIsBusy(true)
    const removed = await removeMember(client.boardId, personId)
    setIsBusy(false)
    if (!removed.ok) return setFault(`${name} was not removed. ${removed.error.sentence}`)
    client.tell({ tone: 'info', sentence: `${name} was removed from the board.` })
    onClose()
    onRemoved?.()
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Remove ${name} from this board?`}
      actions={
        <>
          <Button onClick={onClose}>Keep {name}</Button>
          <Button look="danger" busy={isBusy} onClick={remove}>
            Remove
          </Button>
        </>
      }
    >
      <p>
        {name} leaves at once; what {name} did stays. A working link lets {name} back in, so make new links
        under Share too.
      </p>
      {fault !== null && (
        <p role="alert" className={styles.fault}>
          {fault}
        </p>
      )}
    </Dialog>
  )
}
