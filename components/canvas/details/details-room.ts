import type { Box, Editor } from 'tldraw'
import { createViewLoan, type ViewLoan } from '../moving/view-loan'
import { clientOf } from '../session/store-client'
import { edgesInView } from '../view/edges-in-view'
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

/** Ends what keeps the room for an editor's details. */
const endings = new WeakMap<Editor, () => void>()

/**
 * Lets the view make room for the panel, which takes its own with the next picture, on a phone in more than one step; and
 * more whenever the panel needs it, until the room is given back.
 */
export function makeRoom(editor: Editor): void {
  stopKeepingRoom(editor)
  const container = editor.getContainer()
  let waiting = 0
  let settledAt = performance.now() + SETTLES_MS
  let size = { w: container.clientWidth, h: container.clientHeight }
  const keep = (): void => {
    const before = size
    size = { w: container.clientWidth, h: container.clientHeight }
    // Whoever has moved the view elsewhere is not brought back because somebody types in the panel.
    if (performance.now() > settledAt && !isSeenWithin(editor, before)) return
    settledAt = performance.now() + SETTLES_MS
    keepInView(editor)
  }
  const observer = new ResizeObserver(() => {
    cancelAnimationFrame(waiting)
    waiting = requestAnimationFrame(() => {
      waiting = requestAnimationFrame(keep)
    })
  })
  observer.observe(container)
  endings.set(editor, () => {
    observer.disconnect()
    cancelAnimationFrame(waiting)
  })
}

/** Leaves the view where it is from then on. */
export function stopKeepingRoom(editor: Editor): void {
  endings.get(editor)?.()
  endings.delete(editor)
}

/** Takes back the room that was made, unless somebody has moved the view since. */
export function giveRoomBack(editor: Editor): void {
  stopKeepingRoom(editor)
  loanOf(editor).giveBack()
}

/** Says whether anything of what is spoken of lies in a view of this size. */
function isSeenWithin(editor: Editor, { w, h }: { readonly w: number; readonly h: number }): boolean {
  const bounds = editor.isDisposed ? null : spokenOf(editor)
  if (!bounds) return false
  const { left, right, top, bottom } = edgesInView(editor, bounds)
  return left < w && right > 0 && top < h && bottom > 0
}

/** Where what is selected lies; all of the board where nothing is. */
function spokenOf(editor: Editor): Box | null {
  return editor.getSelectionPageBounds() ?? editor.getCurrentPageBounds() ?? null
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
  const bounds = spokenOf(editor)
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
