import type { Editor } from 'tldraw'
import { createViewLoan, type ViewLoan } from '../moving/view-loan'
import { clientOf } from '../store-client'
import { shiftInto, shiftToMeet } from '../view/shift-span'

/** Room that a card has around it when it was brought back into view. */
const MARGIN_PX = 24
/** By then the panel has all of its room. */
const SETTLES_MS = 600

/** How an editor's view made room for the details. */
const loans = new WeakMap<Editor, ViewLoan>()

function loanOf(editor: Editor): ViewLoan {
  const loan = loans.get(editor) ?? createViewLoan(editor)
  loans.set(editor, loan)
  return loan
}

/** Lets the view make room for the panel, which takes its own with the next picture, on a phone in more than one step. */
export function makeRoom(editor: Editor): void {
  let waiting = 0
  const soon = (): void => {
    cancelAnimationFrame(waiting)
    waiting = requestAnimationFrame(() => {
      waiting = requestAnimationFrame(() => keepInView(editor))
    })
  }
  const observer = new ResizeObserver(soon)
  observer.observe(editor.getContainer())
  setTimeout(() => observer.disconnect(), SETTLES_MS)
}

/** Takes back the room that was made, unless somebody has moved the view since. */
export function giveRoomBack(editor: Editor): void {
  loanOf(editor).giveBack()
}

/**
 * Moves the camera only where what is spoken of would otherwise be cut off, and no farther than needed; where nothing on
 * the board is spoken of, or it is too large, only so that something of the board is in view.
 */
function keepInView(editor: Editor): void {
  if (editor.isDisposed || clientOf(editor).inspected.get() === null) return
  editor.updateViewportScreenBounds(editor.getContainer())
  const view = editor.getViewportPageBounds()
  const z = editor.getZoomLevel()
  const right = view.maxX - coveredPx(editor.getContainer()) / z
  const selected = editor.getSelectionPageBounds()
  const bounds = selected ?? editor.getCurrentPageBounds()
  if (!bounds) return
  const shift = selected && selected.w <= right - view.minX && selected.h <= view.h ? shiftInto : shiftToMeet
  const margin = MARGIN_PX / z
  const dx = shift([bounds.minX, bounds.maxX], [view.minX, right], margin)
  const dy = shift([bounds.minY, bounds.maxY], [view.minY, view.maxY], margin)
  loanOf(editor).take({ dx: dx * z, dy: dy * z })
}

/** How much of the canvas's right side lies under a panel that takes no room of its own. */
function coveredPx(container: HTMLElement): number {
  const panel = document.querySelector('[data-beside-canvas]')
  if (!panel) return 0
  const [over, under] = [panel.getBoundingClientRect(), container.getBoundingClientRect()]
  const isOver = over.left < under.right && over.top < under.bottom
  return isOver ? under.right - over.left : 0
}
