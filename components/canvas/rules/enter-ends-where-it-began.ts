import type { Editor } from 'tldraw'

/**
 * The engine opens what is selected for writing when Enter comes up. One that was pressed in the search or on a button
 * comes up here, where it brought the keyboard: what is typed next would write over a title for everybody.
 */
export function endEnterWhereItBegan(editor: Editor): () => void {
  const container = editor.getContainer()
  let hasBegun = false
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') hasBegun = true
  }
  const onKeyUp = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return
    if (!hasBegun) event.stopImmediatePropagation()
    hasBegun = false
  }
  container.addEventListener('keydown', onKeyDown, { capture: true })
  container.addEventListener('keyup', onKeyUp, { capture: true })
  return () => {
    container.removeEventListener('keydown', onKeyDown, { capture: true })
    container.removeEventListener('keyup', onKeyUp, { capture: true })
  }
}
