import type { Editor, TLContent, TLShape, VecLike } from 'tldraw'
import { findRecord } from '@/lib/board/read'
import type { InitiativeId } from '@/lib/ids'
import { tell } from '../rules/tell'
import { isCard } from '../shapes/shape-types'
import { clientOf } from '../session/store-client'
import { formatClipboard, parseClipboard } from './clipboard-format'
import { foreignPictures, withOwnPictures, withStoredPictures } from './own-pictures'

// The browser's own copy and paste events carry our data: they work on plain http too, where there is no clipboard API,
// and they keep pictures as addresses.

const FORMAT = 'application/x-contour+json'
const UNREADABLE = 'What was copied could not be read. Copy it again, or less of it at a time.'

interface ClipboardParts {
  readonly editor: Editor
  /** Shows document positions only until the answer is called: what others drag is copied from where it lay. */
  pauseLane(): () => void
}

/** Copies, cuts and pastes what is selected on the canvas, until it is stopped. */
export function bindClipboard(parts: ClipboardParts): () => void {
  const { editor } = parts
  const onCopy = (event: ClipboardEvent): void => void copy(parts, event)
  const onCut = (event: ClipboardEvent): void => {
    if (!copy(parts, event) || !clientOf(editor).canEdit.get()) return
    editor.markHistoryStoppingPoint('cut')
    editor.deleteShapes(editor.getSelectedShapeIds())
  }
  const onPaste = (event: ClipboardEvent): void => paste(editor, event)
  // Captured, so that the editor's own handlers further down never see what is handled here.
  const document = editor.getContainer().ownerDocument
  document.addEventListener('copy', onCopy, { capture: true })
  document.addEventListener('cut', onCut, { capture: true })
  document.addEventListener('paste', onPaste, { capture: true })
  return () => {
    document.removeEventListener('copy', onCopy, { capture: true })
    document.removeEventListener('cut', onCut, { capture: true })
    document.removeEventListener('paste', onPaste, { capture: true })
  }
}

function copy({ editor, pauseLane }: ClipboardParts, event: ClipboardEvent): boolean {
  const shapes = editor.getSelectedShapes()
  if (!isForCanvas(editor) || shapes.length === 0 || !event.clipboardData) return false
  const resume = pauseLane()
  const content = editor.getContentFromCurrentPage(shapes.map((shape) => shape.id))
  resume()
  if (!content) return false
  const { board } = clientOf(editor)
  const carried = {
    ...withStoredPictures(content, (id) => findRecord(board, id)),
    shapes: content.shapes.map((shape) => withInitiative(editor, shape)),
  }
  const text = shapes.flatMap((shape) => editor.getShapeUtil(shape).getText(shape) ?? []).join('\n')
  event.clipboardData.setData(FORMAT, formatClipboard(carried))
  event.clipboardData.setData('text/plain', text)
  take(event)
  return true
}

/** A copied card carries what another board needs to make its initiative. */
function withInitiative(editor: Editor, shape: TLShape): TLShape {
  if (!isCard(shape)) return shape
  const initiative = clientOf(editor)
    .view.initiative(shape.props.initiativeId as InitiativeId)
    .get()
  if (!initiative) return shape
  const { title, summary, team, owner, effort } = initiative
  const [tags, links] = [initiative.tags, initiative.links].map((texts) => texts && [...texts])
  const fields = Object.entries({ title, summary, team, owner, effort, tags, links }).filter(
    ([, value]) => value !== undefined,
  )
  return { ...shape, meta: { ...shape.meta, initiative: Object.fromEntries(fields) } }
}

function paste(editor: Editor, event: ClipboardEvent): void {
  const client = clientOf(editor)
  if (!isForCanvas(editor)) return
  if (!client.canEdit.get()) return take(event)
  const given = event.clipboardData?.getData(FORMAT) ?? ''
  if (given === '') return
  take(event)
  const content = parseClipboard(given)
  if (!content) return tell(client, UNREADABLE)
  const pointer = editor.inputs.currentPagePoint.clone()
  const view = editor.getViewportPageBounds()
  const point = view.containsPoint(pointer) ? pointer : view.center
  const copied = content as unknown as TLContent
  const foreign = foreignPictures(copied, { boardId: client.boardId, has: (id) => editor.store.has(id) })
  if (foreign.length === 0) return place(editor, copied, point)
  void withOwnPictures(copied, foreign, client.copyImage).then(({ content: own, refusal }) => {
    if (editor.isDisposed || !client.canEdit.get()) return
    place(editor, own, point)
    if (refusal !== null) tell(client, refusal)
  })
}

function place(editor: Editor, content: TLContent, point: VecLike): void {
  try {
    editor.putContentOntoCurrentPage(content, { point, select: true })
  } catch {
    tell(clientOf(editor), UNREADABLE)
  }
}

/** While somebody types, carries something or uses another part of the page, the clipboard is not the canvas's. */
function isForCanvas(editor: Editor): boolean {
  const active = editor.getContainer().ownerDocument.activeElement
  const isTyping =
    active instanceof HTMLElement &&
    (active.isContentEditable || /^(input|textarea|select)$/i.test(active.tagName))
  const isBusy = isTyping || editor.getEditingShapeId() !== null || editor.inputs.isPointing
  return editor.getInstanceState().isFocused && !isBusy
}

function take(event: ClipboardEvent): void {
  event.preventDefault()
  event.stopImmediatePropagation()
}
