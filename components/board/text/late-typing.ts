import { windowOrNone } from '../sync/bind-events'
import { createBrowserClock, type Clock } from '../sync/clock'

/** Hands that write rarely rest this long between two letters. */
export const LATE_TYPING_PAUSE_MS = 1_000
const HARMLESS_KEYS: ReadonlySet<string> = new Set([
  'Escape',
  'Tab',
  'Control',
  'Meta',
  'Alt',
  'AltGraph',
  'Shift',
])

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
    if (isCommand(event as KeyboardEvent) || HARMLESS_KEYS.has((event as KeyboardEvent).key)) return
    event.preventDefault()
    event.stopImmediatePropagation()
    hear?.((event as KeyboardEvent).key)
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

/** On some systems AltGr, with which letters such as @ are written, is told as Ctrl and Alt. */
function isCommand(event: KeyboardEvent): boolean {
  return (event.ctrlKey || event.metaKey) && !event.getModifierState('AltGraph')
}
