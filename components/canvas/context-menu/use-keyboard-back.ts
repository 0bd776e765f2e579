import { useEditor, type Atom } from 'tldraw'
import { useAfterMenu } from '../../ui/overlays/menus/use-after-menu'
import { takeKeyboard } from '../take-keyboard'

/** For a menu on the canvas that has no button to give the keyboard back to: `opened` holds what it is open for, or null. */
export function useKeyboardBack(opened: Atom<unknown>): {
  readonly later: (action: () => void) => void
  readonly handleClosed: (event: Event) => void
} {
  const editor = useEditor()
  const { later, onCloseAutoFocus } = useAfterMenu()
  const handleClosed = (event: Event): void => {
    event.preventDefault()
    // It was opened again elsewhere meanwhile.
    if (opened.get()) return
    // A press outside has given the keyboard to what was pressed.
    if (document.activeElement === document.body) takeKeyboard(editor)
    onCloseAutoFocus()
  }
  return { later, handleClosed }
}
