import { useEffect, useRef, type FocusEvent, type RefObject } from 'react'
import { dropLateTyping } from '../../board/text/late-typing'
import { isAnythingFocused } from '../../ui/is-anything-focused'

/**
 * Keeps the keyboard in the details where what has it goes: others delete initiatives and tags, and a role changes. Left
 * to the page, the next key would be one for the canvas.
 */
export function useKeptKeyboard(panel: RefObject<HTMLElement | null>) {
  const holder = useRef<Element | null>(null)
  useEffect(() => {
    if (!panel.current) return
    const observer = new MutationObserver(() => {
      const gone = holder.current
      if (!gone || gone.isConnected) return
      holder.current = null
      if (isTypedIn(gone)) dropLateTyping()
      if (!isAnythingFocused()) panel.current?.focus({ preventScroll: true })
    })
    observer.observe(panel.current, { childList: true, subtree: true })
    return () => observer.disconnect()
  }, [panel])
  return {
    // What is called up from here, such as a menu, hands the keyboard back itself.
    onFocus: ({ target }: FocusEvent) => {
      holder.current = panel.current?.contains(target) ? target : null
    },
    // Not heard of what goes while it has the keyboard: React is deaf while it takes things away.
    onBlur: () => {
      holder.current = null
    },
  }
}

export function isTypedIn(element: Element): boolean {
  return element.matches('input, textarea')
}
