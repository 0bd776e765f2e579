'use client'

import { OneFieldDialog } from '../../ui/overlays/one-field-dialog'
import { NAME_CHARACTERS, rememberName } from '../entry/person-name'
import { changeMyName } from './member-calls'

interface NameDialogProps {
  readonly name: string
  readonly onClose: () => void
  /** Takes the keyboard where what opened this is gone by then. */
  readonly onLeftBehind?: () => void
}

export function NameDialog({ name, onClose, onLeftBehind }: NameDialogProps) {
  const change = async (typed: string): Promise<string | null> => {
    if (typed === '') return 'Say what the others may call you.'
    if (typed === name) return null
    const changed = await changeMyName(typed)
    if (!changed.ok) return changed.error
    rememberName(changed.value.name)
    return null
  }
  return (
    <OneFieldDialog
      title="Change your name"
      label="Your name"
      hint="Everybody sees it, on all boards you joined in this browser."
      value={name}
      maxLength={NAME_CHARACTERS}
      autoComplete="name"
      submit="Change"
      onSubmit={change}
      onClose={onClose}
      onLeftBehind={onLeftBehind}
    />
  )
}
