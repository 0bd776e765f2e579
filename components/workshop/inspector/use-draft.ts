import { useState, type KeyboardEvent } from 'react'

/** What a field shows while it is typed in, and what ends the typing. */
export interface Draft {
  readonly text: string
  change(text: string): void
  /** Forgets what was typed. */
  drop(): void
  onBlur(): void
  onKeyDown(event: KeyboardEvent): void
}

/**
 * Keeps what is typed until Enter or leaving the field hands it over; Escape drops it. Meanwhile what others set does
 * not disturb the typing. `onDone` answers false where the text will not do; then it stays to be mended.
 */
export function useDraft(value: string, onDone: (text: string) => boolean): Draft {
  const [typed, setTyped] = useState<string | null>(null)
  const drop = (): void => setTyped(null)
  const finish = (): void => {
    if (typed === null) return
    if (typed.trim() === value || onDone(typed.trim())) drop()
  }
  return {
    text: typed ?? value,
    change: setTyped,
    drop,
    onBlur: finish,
    onKeyDown: (event) => {
      if (event.nativeEvent.isComposing) return
      if (event.key === 'Enter') finish()
      if (event.key !== 'Escape' || typed === null) return
      event.preventDefault()
      drop()
    },
  }
}
