'use client'

import { useEffect, useRef, useState } from 'react'
import { useValue } from '@tldraw/state-react'
import { addedThings } from '@/lib/board/changes/added-things'
import { thingsWords } from '@/lib/board/changes/things-words'
import { useBoardClient } from '../../board/board-context'
import { sayUndoable } from '../../board/undo/say-undoable'
import { Button } from '../../ui/controls/button'
import { CheckField } from '../../ui/controls/fields/check-field'
import { Dialog } from '../../ui/overlays/dialogs/dialog'
import { failureWords } from '../failure-words'
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
  const [mayBeGone, setMayBeGone] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const [isClearing, setIsClearing] = useState(false)
  const canEdit = useValue(client.canEdit)
  const [added] = useState(() => thingsWords(addedThings(client.board, personId)))
  const isShown = useRef(false)
  useEffect(() => {
    isShown.current = true
    return () => {
      isShown.current = false
    }
  }, [])
  const tellRemoved = () => {
    const sentence = `${name} was removed from the board`
    if (isClearing && !client.canEdit.get()) {
      const stays = `${sentence}. What ${name} added is still there: nothing can be changed just now.`
      return client.tell({ tone: 'attention', sentence: stays, retry: tellRemoved })
    }
    const gone = isClearing ? thingsWords(client.commands.deleteAdded(personId)) : ''
    if (gone === '') client.tell({ tone: 'info', sentence: `${sentence}.` })
    else sayUndoable(client, `${sentence}, and what ${name} added is deleted: ${gone}.`)
  }
  const remove = async () => {
    setFault(null)
    setIsBusy(true)
    const removed = await removeMember(client.boardId, personId)
    setIsBusy(false)
    // Whoever is gone cannot be found a second time.
    const isGone = removed.ok || (mayBeGone && removed.error.code === 'not-found')
    if (!isGone) {
      const sentence = failureWords(removed.error, wordsFor(name))
      setMayBeGone(mayBeGone || removed.error.isUnknown)
      if (isShown.current) return setFault(sentence)
      client.tell({ tone: 'danger', sentence })
      return onRemoved?.()
    }
    tellRemoved()
    onClose()
    onRemoved?.()
  }
  const close = () => {
    onClose()
    if (mayBeGone) onRemoved?.()
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && close()}
      title={`Remove ${name} from this board?`}
      actions={
        <>
          <Button onClick={close}>Keep {name}</Button>
          <Button look="danger" busy={isBusy} onClick={remove}>
            Remove
          </Button>
        </>
      }
    >
      <p>
        {name} leaves at once; what {name} {isClearing ? 'changed' : 'did'} stays. A working link lets {name}{' '}
        back in, so make new links under Share too.
      </p>
      {added !== '' && canEdit && (
        <CheckField
          label={`Also delete what ${name} added: ${added}`}
          checked={isClearing}
          onChange={setIsClearing}
          disabled={isBusy}
        />
      )}
      {fault !== null && (
        <p role="alert" className={styles.fault}>
          {fault}
        </p>
      )}
    </Dialog>
  )
}

function wordsFor(name: string) {
  return { failed: `${name} was not removed.`, unsure: `${name} was removed` }
}
