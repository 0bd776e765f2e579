import { windowOrNone } from '../sync/bind-events'
import { createBrowserClock, type Clock } from '../sync/clock'

/** Hands that write rarely rest this long between two letters. */
export const LATE_TYPING_PAUSE_MS = 1_000
const HARMLESS_KEYS: ReadonlySet<string> = new Set(['Escape', 'Tab', 'Control', 'Meta', 'Alt', 'Shift'])

interface LateTypingParts {
  readonly page?: EventTarget | undefined
  readonly clock?: Clock
  /** Told each key that came too late. */
  hear?(key: string): void
}

/**
 * What somebody wrote in was taken away under their hands: until they pause or press a pointer, their keys are letters
 * that came too late and no commands of the page. Answers with the undo.
 */
export function dropLateTyping(parts: LateTypingParts = {}): () => void {
  const { page = windowOrNone(), hear, clock = createBrowserClock(() => Date.now()) } = parts
  let callOffEnd = clock.after(LATE_TYPING_PAUSE_MS, stop)
  const onKey = (event: Event): void => {
    const { key, ctrlKey, metaKey } = event as KeyboardEvent
    if (ctrlKey || metaKey || HARMLESS_KEYS.has(key)) return
    event.preventDefault()
    event.stopImmediatePropagation()
    hear?.(key)
    callOffEnd()
    callOffEnd = clock.after(LATE_TYPING_PAUSE_MS, stop)
  }
  // Captured, so that nobody on the page hears a key before.
  page?.addEventListener('keydown', onKey, { capture: true })
  page?.addEventListener('pointerdown', stop, { capture: true })
  function stop(): void {
    callOffEnd()
    page?.removeEventListener('keydown', onKey, { capture: true })
    page?.removeEventListener('pointerdown', stop, { capture: true })
  }
  return stop
}
