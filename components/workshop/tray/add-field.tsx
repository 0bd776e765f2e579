'use client'

import { Plus } from 'lucide-react'
import { useRef, useState, type ClipboardEvent, type FormEvent } from 'react'
import { LIMITS } from '@/lib/sync/limits'
import { useBoardClient } from '../../board/board-context'
import heard from '../../ui/heard.module.css'
import { usePhoneWidth } from '../../ui/phone-width'
import { createInitiativeId } from '../import/create-initiative-id'
import { useKeptTyping } from '../use-kept-typing'
import styles from './add-field.module.css'

interface AddFieldProps {
  /** Called with a pasted text of several lines. */
  readonly onPasteLines: (text: string) => void
}

/** Adds an initiative per Enter and stays ready for the next; a pasted list becomes one initiative per line. */
export function AddField({ onPasteLines }: AddFieldProps) {
  const client = useBoardClient()
  const input = useRef<HTMLInputElement>(null)
  const [said, setSaid] = useState('')
  const isPhone = usePhoneWidth()
  // Under a lock it goes, and comes back.
  useKeptTyping(input, 'add')

  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    const field = input.current
    const title = field?.value.trim() ?? ''
    if (!field || title === '') return field?.focus()
    const added = client.commands.addInitiatives([{ id: createInitiativeId(), title }])
    if (added.length === 0) return
    field.value = ''
    setSaid(`Added ${title}.`)
    field.focus()
  }
  const handlePaste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain')
    if (!/\S[\r\n]+\s*\S/.test(text)) return
    event.preventDefault()
    // What opens takes the keyboard at once, and the canvas would take a paste outside a field for its own.
    event.nativeEvent.stopImmediatePropagation()
    onPasteLines(text)
  }
  return (
    <form className={styles.field} onSubmit={handleSubmit}>
      <input
        ref={input}
        className={styles.input}
        aria-label="Add an initiative"
        placeholder={isPhone ? 'Add one' : 'Add one, or paste a list'}
        maxLength={LIMITS.TITLE_CHARACTERS}
        autoComplete="off"
        enterKeyHint="done"
        onPaste={handlePaste}
      />
      <button type="submit" className={styles.add} aria-label="Add">
        <Plus size={20} strokeWidth={1.75} />
      </button>
      <p className={heard.heard} role="status">
        {said}
      </p>
    </form>
  )
}
