'use client'

import { useRef, useState, type FormEvent } from 'react'
import { Button } from '../../ui/controls/button'
import { TextField } from '../../ui/controls/text-field'
import { Dialog } from '../../ui/overlays/dialog'
import { renameBoard } from './board-calls'
import type { ListedBoard } from './board-card'
import { TITLE_CHARACTERS } from './create-board-form'
import styles from './rename-dialog.module.css'

interface RenameDialogProps {
  readonly board: ListedBoard
  readonly onClose: () => void
  readonly onRenamed: () => void
}

export function RenameDialog({ board, onClose, onRenamed }: RenameDialogProps) {
  const field = useRef<HTMLInputElement>(null)
  const [state, setState] = useState<'typing' | 'saving' | { error: string }>('typing')

  const handleSubmit = async (event: FormEvent) => {
    event.preventDefault()
    const title = (field.current?.value ?? '').trim()
    if (title === '') return setState({ error: 'Give the board a title.' })
    if (title === board.title) return onClose()
    setState('saving')
    const renamed = await renameBoard(board.id, title)
    if (!renamed.ok) return setState({ error: renamed.error })
    onRenamed()
    onClose()
  }

  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title="Rename the board">
      <form onSubmit={handleSubmit} noValidate className={styles.form}>
        <TextField
          ref={field}
          label="Title"
          name="title"
          defaultValue={board.title}
          maxLength={TITLE_CHARACTERS}
          autoFocus
          onFocus={(event) => event.currentTarget.select()}
          error={typeof state === 'object' ? state.error : null}
        />
        <div className={styles.actions}>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit" busy={state === 'saving'}>
            Rename
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
