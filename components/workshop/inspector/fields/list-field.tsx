'use client'

import { useValue } from '@tldraw/state-react'
import { X } from 'lucide-react'
import { useId, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useBoardClient } from '../../../board/board-context'
import { TextField } from '../../../ui/controls/fields/text-field'
import { focusBeside } from '../../tray/focus-beside'
import styles from '../inspector.module.css'

interface ListFieldProps {
  readonly label: string
  readonly texts: readonly string[]
  readonly placeholder: string
  /** One below the other instead of side by side. */
  readonly stacked?: boolean
  readonly show?: (text: string) => ReactNode
  /** Takes what was typed, or answers with what is wrong with it. Absent for those who may not edit. */
  readonly onAdd?: (text: string) => string | null
  readonly onRemove?: (text: string) => void
}

/** A list of short texts, with room for one more. */
export function ListField(props: ListFieldProps) {
  const { label, texts, placeholder, stacked, show, onAdd, onRemove } = props
  const canEdit = useValue(useBoardClient().canEdit)
  const [typed, setTyped] = useState('')
  const [error, setError] = useState<string | null>(null)
  const headingId = useId()
  const add = (): void => {
    if (typed.trim() === '' || !onAdd) return
    const fault = onAdd(typed)
    setError(fault)
    if (fault === null) setTyped('')
  }
  const handleKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) add()
    if (event.key !== 'Escape' || typed === '') return
    event.preventDefault()
    setTyped('')
    setError(null)
  }
  return (
    <div className={styles.field} role="group" aria-labelledby={headingId}>
      <span id={headingId} className={styles.label}>
        {label}
      </span>
      {texts.length > 0 && (
        <ul className={styles.chips} data-stacked={stacked || undefined}>
          {texts.map((text) => (
            <li key={text} className={styles.chip}>
              {show ? show(text) : <span className={styles.chipText}>{text}</span>}
              {onRemove && canEdit && (
                <button
                  type="button"
                  className={styles.remove}
                  aria-label={`Remove ${text}`}
                  onClick={({ currentTarget }) => {
                    // The last one leaves the keyboard to the details.
                    focusBeside(currentTarget)
                    onRemove(text)
                  }}
                >
                  <X size={14} strokeWidth={1.75} />
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {onAdd && canEdit && (
        <TextField
          label={placeholder}
          hideLabel
          placeholder={placeholder}
          value={typed}
          error={error}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            setError(null)
          }}
          onKeyDown={handleKey}
          onBlur={add}
        />
      )}
    </div>
  )
}
