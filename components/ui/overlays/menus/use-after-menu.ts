import { useRef } from 'react'

/**
 * For an entry that opens a dialog: it opens only when the menu has given the keyboard back to its button, so that the
 * dialog in turn gives it back there.
 */
export function useAfterMenu(): {
  readonly later: (action: () => void) => void
  /** Goes to the menu of the entry. */
  readonly onCloseAutoFocus: () => void
} {
  const waiting = useRef<(() => void) | null>(null)
  return {
    later: (action) => {
      waiting.current = action
    },
    onCloseAutoFocus: () => {
      const action = waiting.current
      waiting.current = null
      if (action) queueMicrotask(action)
    },
  }
}
