import type { BoardClient } from '../board/board-client'
import { isAnythingFocused } from '../ui/is-anything-focused'

/** To be called before what goes, or can be pressed no more, does what it does: the canvas has the keyboard then. */
export function keyboardToCanvas(client: BoardClient): void {
  requestAnimationFrame(() => {
    // The browser takes the keyboard from a button that can be pressed no more only with the next picture.
    const isHeldInVain = document.activeElement?.matches(':disabled') === true
    if (!isAnythingFocused() || isHeldInVain) client.canvas.get()?.focus()
  })
}
