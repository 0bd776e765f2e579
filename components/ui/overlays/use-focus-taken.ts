import { useRef } from 'react'

/**
 * For a menu whose entries give the keyboard to something else, such as the canvas: after a choice it stays there, and a
 * menu that is only closed gives it back to its button.
 */
export function useFocusTaken(): {
  readonly take: (action: () => void) => void
  /** Goes to the menu of the entries. */
  readonly onCloseAutoFocus: (event: Event) => void
} {
  const isTaken = useRef(false)
  return {
    take: (action) => {
      isTaken.current = true
      action()
    },
    onCloseAutoFocus: (event) => {
      if (isTaken.current) event.preventDefault()
      isTaken.current = false
    },
  }
}
