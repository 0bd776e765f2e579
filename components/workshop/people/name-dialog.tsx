'use client'

import { useRef, useState, type FormEvent } from 'react'
import { Button } from '../../ui/controls/button'
import { TextField } from '../../ui/controls/text-field'
import { Dialog } from '../../ui/overlays/dialog'
import { NAME_CHARACTERS, rememberName } from '../entry/person-name'
import styles from '../entry/rename-dialog.module.css'
import { changeMyName } from './member-calls'

interface NameDialogProps {
  readonly name: string
  readonly onClose: () => void
  /** Takes the keyboard afterwards. */
  readonly onLeftBehind: () => void
}

export function NameDialog({ name, onClose, onLeftBehind }: NameDialogProps) {
  const field = useRef<HTMLInputElement>(null)
  const [state, setState] = useState<'typing' | 'saving' | { error: string }>('typing')

  const handleSubmit = async (event: FormEvent) => {
    event.preventDefault()
    const typed = (field.current?.value ?? '').trim()
    if (typed === '') return setState({ error: 'Say what the others may call you.' })
    if (typed === name) return onClose()
    setState('saving')
    const changed = await changeMyName(typed)
    if (!changed.ok) return setState({ error: changed.error })
    rememberName(changed.value.name)
    onClose()
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      onLeftBehind={onLeftBehind}
      title="Change your name"
    >
      <form onSubmit={handleSubmit} noValidate className={styles.form}>
        <TextField
          ref={field}
          label="Your name"
          name="name"
          defaultValue={name}
          autoComplete="name"
          maxLength={NAME_CHARACTERS}
          autoFocus
          onFocus={(event) => event.currentTarget.select()}
          error={typeof state === 'object' ? state.error : null}
          hint="Everybody sees it, on all boards you joined in this browser."
        />
        <div className={styles.actions}>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit" busy={state === 'saving'}>
            Change
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
