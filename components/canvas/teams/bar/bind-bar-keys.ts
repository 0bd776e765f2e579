import type { Editor } from 'tldraw'
import { takeKeyboard } from '../../take-keyboard'

const BAR = '[data-team-bar]'

/** Gives the keyboard to the bar of the selected team or interaction, where there is one. */
export function goToBar(editor: Editor): void {
  editor.getContainer().querySelector<HTMLElement>(`${BAR} button`)?.focus()
}

/** Escape in the bar goes back to the canvas, and what is selected stays so; answers with the undo. */
export function bindBarKeys(editor: Editor): () => void {
  const container = editor.getContainer()
  const onKeyDown = (event: KeyboardEvent): void => {
    const isInBar = event.target instanceof Element && event.target.closest(BAR) !== null
    if (event.key !== 'Escape' || !isInBar) return
    event.preventDefault()
    event.stopImmediatePropagation()
    takeKeyboard(editor)
  }
  container.addEventListener('keydown', onKeyDown, { capture: true })
  return () => container.removeEventListener('keydown', onKeyDown, { capture: true })
}
