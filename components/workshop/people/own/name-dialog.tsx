'use client'

import { useState } from 'react'
import { NAME_LIMITS } from '@/lib/name-limits'
import { OneFieldDialog } from '../../../ui/overlays/dialogs/one-field-dialog'
import { isNameless, rememberName } from '../../entry/person-name'
import { failureWords } from '../../failure-words'
import { changeMyName } from '../member-calls'

const WORDS = { failed: 'Your name was not changed.', unsure: 'your name was changed' }

interface NameDialogProps {
  readonly name: string
  readonly onClose: () => void
  /** Takes the keyboard where what opened this is gone by then. */
  readonly onLeftBehind?: () => void
}

/** Asks what the others may call one; whoever had no name begins with an empty line. */
export function NameDialog({ name, onClose, onLeftBehind }: NameDialogProps) {
  const [hasNone] = useState(() => isNameless(name))
  const change = async (typed: string): Promise<string | null> => {
    if (typed === '') return 'Say what the others may call you.'
    const changed = typed === name ? null : await changeMyName(typed)
    if (changed?.ok === false) return failureWords(changed.error, WORDS)
    // Also where the others call them so already: now it is a name that was said.
    rememberName(changed?.value.name ?? typed)
    return null
  }
  return (
    <OneFieldDialog
      title={hasNone ? 'Give your name' : 'Change your name'}
      label="Your name"
      hint="Everybody sees it, on all boards you joined in this browser."
      value={hasNone ? '' : name}
      maxLength={NAME_LIMITS.PERSON_CHARACTERS}
      autoComplete="name"
      submit={hasNone ? 'Use this name' : 'Change'}
      onSubmit={change}
      onClose={onClose}
      onLeftBehind={onLeftBehind}
    />
  )
}
