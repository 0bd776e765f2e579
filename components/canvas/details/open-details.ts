import { react, unsafe__withoutCapture, type Editor } from 'tldraw'
import type { InitiativeId } from '@/lib/ids'
import { holdsModifier } from '../../ui/holds-modifier'
import { createViewLoan, type ViewLoan } from '../moving/view-loan'
import { isCard } from '../shapes/shape-types'
import { clientOf } from '../store-client'

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

/** The initiatives of the selected cards, each once; empty where anything else is selected too. */
export function selectedInitiatives(editor: Editor): readonly InitiativeId[] {
  const selected = editor.getSelectedShapes()
  if (!selected.every(isCard)) return []
  return [...new Set(selected.map(({ props }) => props.initiativeId as InitiativeId))]
}

/** Asks for the details of the selected cards beside the canvas, and keeps these in view while it gets narrower. */
export function openDetails(editor: Editor): void {
  const ids = selectedInitiatives(editor)
  if (ids.length === 0) return
  const { inspected } = clientOf(editor)
  const wereOpen = inspected.get() !== null
  inspected.set(ids)
  // Where they open, whoever watches them makes the room.
  if (wereOpen) makeRoom(editor)
}

/** The panel takes its room with the next picture, on a phone in more than one step: the last one counts. */
function makeRoom(editor: Editor): void {
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

/** Enter shows the details of what is selected, F2 types in its title; details that are open follow the selection. */
export function bindDetails(editor: Editor): () => void {
  const client = clientOf(editor)
  const onKeyDown = (event: KeyboardEvent): void => {
    if (holdsModifier(event) || event.shiftKey) return
    if (!isForCanvas(event.target) || !editor.isIn('select.idle')) return
    if (selectedInitiatives(editor).length === 0) return
    if (event.key === 'Enter') openDetails(editor)
    else if (event.key !== 'F2' || !typeTitle(editor)) return
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  const container = editor.getContainer()
  container.addEventListener('keydown', onKeyDown, { capture: true })
  const stopFollowing = react('details follow the selection', () => {
    const ids = selectedInitiatives(editor)
    unsafe__withoutCapture(() => {
      if (ids.length > 0 && client.inspected.get() !== null) client.inspected.set(ids)
    })
  })
  let wasAsked = false
  // Details are asked for outside the canvas too, of what is selected nowhere.
  const stopWatching = react('the view makes room for the details and comes back', () => {
    const isAsked = client.inspected.get() !== null
    if (isAsked && !wasAsked) makeRoom(editor)
    if (!isAsked) unsafe__withoutCapture(() => loanOf(editor).giveBack())
    wasAsked = isAsked
  })
  return () => {
    container.removeEventListener('keydown', onKeyDown, { capture: true })
    stopFollowing()
    stopWatching()
  }
}

/** A button or a field inside the canvas answers its own keys. */
function isForCanvas(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.closest('button, input, textarea, [contenteditable="true"]') === null
  )
}

/** Lets the name of the one selected card or team be typed where it stands; says whether it can be. */
export function typeTitle(editor: Editor): boolean {
  const shape = editor.getOnlySelectedShape()
  if (!shape || !editor.getShapeUtil(shape).canEdit(shape)) return false
  editor.setEditingShape(shape)
  editor.setCurrentTool('select.editing_shape', { target: 'shape', shape })
  return true
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

type Span = readonly [from: number, to: number]

/** How far a span has to move to lie inside another, with room around it where it had to move. */
export function shiftInto([from, to]: Span, [start, end]: Span, margin: number): number {
  if (to > end) return end - margin - to
  return from < start ? start + margin - from : 0
}

/** How far a span has to move to be seen in another where it lies wholly outside: its near end comes in. */
export function shiftToMeet([from, to]: Span, [start, end]: Span, margin: number): number {
  if (from >= end) return start + margin - from
  return to <= start ? end - margin - to : 0
}
