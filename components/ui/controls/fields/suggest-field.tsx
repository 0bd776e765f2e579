'use client'

import { useId, useState, type KeyboardEvent } from 'react'
import styles from './suggest-field.module.css'
import { TextField } from './text-field'

interface SuggestFieldProps {
  readonly label: string
  readonly value: string
  readonly suggestions: readonly string[]
  readonly placeholder?: string
  readonly maxLength?: number
  readonly readOnly?: boolean
  readonly onChange: (text: string) => void
  readonly onPick: (suggestion: string) => void
  readonly onBlur: () => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

const MOST_SHOWN = 6

/** A text field that offers what was used before; anything else may be typed as well. */
export function SuggestField(props: SuggestFieldProps) {
  const { label, value, suggestions, onChange, onPick, onBlur, onKeyDown, ...rest } = props
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const listId = useId()
  const typed = value.trim().toLowerCase()
  const found = suggestions
    .filter((text) => text.toLowerCase().includes(typed) && text !== value)
    .slice(0, MOST_SHOWN)
  const isShown = open && found.length > 0 && !rest.readOnly
  const close = (): void => {
    setOpen(false)
    setActive(-1)
  }
  const pick = (text: string): void => {
    close()
    onPick(text)
  }
  const handleKey = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const chosen = isShown ? found[active] : undefined
    if (step !== undefined) {
      event.preventDefault()
      setOpen(true)
      return setActive((active + step + found.length + 1) % (found.length + 1))
    }
    if (event.key === 'Enter' && chosen !== undefined) return pick(chosen)
    if (event.key === 'Escape' && isShown) event.preventDefault()
    if (event.key === 'Enter' || event.key === 'Escape') close()
    onKeyDown(event)
  }
  return (
    <div className={styles.box}>
      <TextField
        label={label}
        value={value}
        role="combobox"
        aria-expanded={isShown}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={isShown && active >= 0 ? `${listId}-${active}` : undefined}
        onFocus={() => setOpen(true)}
        onClick={() => setOpen(true)}
        onChange={(event) => {
          setOpen(true)
          setActive(-1)
          onChange(event.currentTarget.value)
        }}
        onKeyDown={handleKey}
        onBlur={() => {
          close()
          onBlur()
        }}
        {...rest}
      />
      <Suggestions id={listId} texts={found} active={active} isShown={isShown} onPick={pick} />
    </div>
  )
}

interface SuggestionsProps {
  readonly id: string
  readonly texts: readonly string[]
  /** Which of them Enter takes; none below zero. */
  readonly active: number
  readonly isShown: boolean
  readonly onPick: (text: string) => void
}

function Suggestions({ id, texts, active, isShown, onPick }: SuggestionsProps) {
  return (
    <ul id={id} className={styles.list} role="listbox" aria-label="Used before" hidden={!isShown}>
      {texts.map((text, at) => (
        <li
          key={text}
          id={`${id}-${at}`}
          className={styles.option}
          role="option"
          aria-selected={at === active}
          // Before the field hears that it loses the keyboard.
          onPointerDown={(event) => {
            event.preventDefault()
            onPick(text)
          }}
        >
          {text}
        </li>
      ))}
    </ul>
  )
}
