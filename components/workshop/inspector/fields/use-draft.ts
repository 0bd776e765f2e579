import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { toLine } from '@/lib/text/visible-line'

/** What a field shows while it is typed in, and what ends the typing. */
export interface Draft {
  readonly text: string
  change(text: string): void
  /** Forgets what was typed. */
  drop(): void
  onBlur(): void
  onKeyDown(event: KeyboardEvent): void
}

interface Typed {
  readonly text: string
  /** What the field said when the typing began. */
  readonly from: string
}

/**
 * Keeps what is typed until Enter, leaving the field or leaving the page hands it over; Escape drops it. Meanwhile what others set does
 * not disturb the typing, and who types back what was there has changed nothing of theirs. `onDone` answers false where
 * the text will not do; then it stays to be mended.
 */
export function useDraft(value: string, onDone: (text: string) => boolean): Draft {
  const [typed, setTyped] = useState<Typed | null>(null)
  const drop = (): void => setTyped(null)
  const finish = (): void => {
    if (typed === null) return
    const text = toLine(typed.text)
    if (text === typed.from || text === value || onDone(text)) drop()
  }
  const latest = useRef(finish)
  useEffect(() => {
    latest.current = finish
  })
  useEffect(() => {
    const onLeave = (): void => latest.current()
    window.addEventListener('pagehide', onLeave)
    return () => window.removeEventListener('pagehide', onLeave)
  }, [])
  return {
    text: typed?.text ?? value,
    change: (text) => setTyped((old) => ({ text, from: old?.from ?? value })),
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
