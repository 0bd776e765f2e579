import type { Editor } from 'tldraw'

/** Gives the canvas the keyboard; the engine's own way leaves it elsewhere when it believes to have it already. */
export function takeKeyboard(editor: Editor): void {
  editor.focus()
  editor.getContainer().focus({ preventScroll: true })
}
