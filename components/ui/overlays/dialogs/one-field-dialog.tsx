'use client'

import { useRef, useState, type FormEvent } from 'react'
import { Button } from '../../controls/button'
import { TextField } from '../../controls/fields/text-field'
import { Dialog } from './dialog'
import styles from './one-field-dialog.module.css'

interface OneFieldDialogProps {
  readonly title: string
  readonly label: string
  readonly hint?: string
  /** What the field says now. */
  readonly value: string
  readonly maxLength: number
  readonly autoComplete?: string
  /** What the main button is called. */
  readonly submit: string
  /** Takes what was typed, without blanks around it. Answers why not; null closes the dialog. */
  readonly onSubmit: (typed: string) => Promise<string | null> | string | null
  readonly onClose: () => void
  /** The keyboard has to go somewhere: what opened this is gone. */
  readonly onLeftBehind?: (() => void) | undefined
}

/** Asks for one line, such as a new name, with the old one ready to be written over. */
export function OneFieldDialog(props: OneFieldDialogProps) {
  const { title, submit, value, onSubmit, onClose, onLeftBehind, ...field } = props
  const input = useRef<HTMLInputElement>(null)
  const [state, setState] = useState<'typing' | 'saving' | { error: string }>('typing')

  const handleSubmit = async (event: FormEvent) => {
    event.preventDefault()
    setState('saving')
    const error = await onSubmit((input.current?.value ?? '').trim())
    if (error === null) onClose()
    else setState({ error })
  }

  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} {...{ title, onLeftBehind }} firstField={input}>
      <form onSubmit={handleSubmit} noValidate className={styles.form}>
        <TextField
          {...field}
          ref={input}
          defaultValue={value}
          error={typeof state === 'object' ? state.error : null}
        />
        <div className={styles.actions}>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit" busy={state === 'saving'}>
            {submit}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
