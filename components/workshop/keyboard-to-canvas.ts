import type { BoardClient } from '../board/board-client'
import { isAnythingFocused } from '../ui/is-anything-focused'

/** To be called before what goes away when it is pressed does what it does: the canvas has the keyboard then. */
export function keyboardToCanvas(client: BoardClient): void {
  requestAnimationFrame(() => {
    if (!isAnythingFocused()) client.canvas.get()?.focus()
  })
}
