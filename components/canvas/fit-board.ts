import type { Editor, TLCameraMoveOptions } from 'tldraw'

/** Room around the board when all of it is shown, in screen px: the toolbar and the mark stay clear of it. */
const INSET_PX = 48

/** Shows the whole board as large as it fits; the engine's own fit leaves a quarter of the screen empty. */
export function fitBoard(editor: Editor, options: TLCameraMoveOptions): void {
  const bounds = editor.getCurrentPageBounds()
  if (bounds) editor.zoomToBounds(bounds, { inset: INSET_PX, ...options })
}
