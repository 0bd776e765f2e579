import { useEditor } from 'tldraw'
import { useEffect } from 'react'

/** Escape within this part of the canvas does this alone: the engine, which would deselect, never hears of it. */
export function useEscape(part: HTMLElement | null, act: () => void): void {
  const editor = useEditor()
  useEffect(() => {
    const container = editor.getContainer()
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || !(event.target instanceof Node) || !part?.contains(event.target)) return
      event.preventDefault()
      event.stopImmediatePropagation()
      act()
    }
    container.addEventListener('keydown', onKeyDown, { capture: true })
    return () => container.removeEventListener('keydown', onKeyDown, { capture: true })
  })
}
