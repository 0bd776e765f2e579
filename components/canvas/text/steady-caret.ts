import {
  KeyboardShiftEnterTweakExtension,
  tipTapDefaultExtensions,
  type Editor,
  type TiptapEditor,
  type TLShapeId,
  type TLTextOptions,
} from 'tldraw'
import { replaceChanged } from './replace-changed'

interface Opening {
  readonly shapeId: TLShapeId
  /** Where the caret goes, in window px; null where the whole text is selected. */
  readonly point: { readonly x: number; readonly y: number } | null
  /** Puts the caret itself. */
  readonly place?: (text: TiptapEditor) => void
}

const openings = new WeakMap<Element, Opening>()
const opened = new WeakSet<TiptapEditor>()

/**
 * Keeps the caret where its person has it. The canvas engine opens a text in steps, a moment apart: the keyboard, then
 * the selection, then the keyboard once more. Keys that came in between went elsewhere than where they landed: End
 * was forgotten, and the next letter replaced a whole note. Here a text has its selection before its first key, and
 * whatever the engine does to it later leaves that alone. So do others' letters.
 */
const SteadyCaret = KeyboardShiftEnterTweakExtension.extend({
  name: 'steadyCaret',
  // With the whole text selected, the engine takes a letter for one that replaces it, unless it has heard by then where
  // the browser put the caret; that it hears only later. So these keys move the caret here, at once.
  addKeyboardShortcuts: () => ({
    End: ({ editor }) => leaveWhole(editor, 'end'),
    ArrowDown: ({ editor }) => leaveWhole(editor, 'end'),
    Home: ({ editor }) => leaveWhole(editor, 'start'),
    ArrowUp: ({ editor }) => leaveWhole(editor, 'start'),
  }),
  addCommands: () => ({
    // The engine asks for the end a tenth of a second after it opened a text.
    focus:
      () =>
      ({ view, dispatch }) => {
        if (dispatch && !view.hasFocus()) requestAnimationFrame(() => view.isDestroyed || view.focus())
        return true
      },
    setContent:
      (content, emitUpdate = false) =>
      ({ tr, dispatch, editor }) => {
        if (dispatch)
          replaceChanged(tr, editor.schema.nodeFromJSON(content)).setMeta('preventUpdate', !emitUpdate)
        return true
      },
  }),
  onFocus() {
    if (opened.has(this.editor)) return
    opened.add(this.editor)
    selectFirst(this.editor)
  },
  onCreate() {
    const { editor } = this
    const { selection } = editor.state
    // The engine's own answer to this event comes after ours and selects once more.
    queueMicrotask(() => {
      const isMoved = !editor.isDestroyed && !editor.state.selection.eq(selection)
      if (isMoved && opened.has(editor)) editor.view.dispatch(editor.state.tr.setSelection(selection))
    })
  },
})

/** How texts on the canvas are written in. */
export const TEXT_OPTIONS: TLTextOptions = {
  tipTapConfig: { extensions: [...tipTapDefaultExtensions, SteadyCaret], autofocus: false },
}

/** Hears how the engine means to open a text; answers with the undo. */
export function keepCaretSteady(editor: Editor): () => void {
  const container = editor.getContainer()
  const onSelectAll = ({ shapeId }: { shapeId: TLShapeId }): void => {
    openings.set(container, { shapeId, point: null })
  }
  const onPlaceCaret = (opening: { shapeId: TLShapeId; point: { x: number; y: number } }): void => {
    openings.set(container, opening)
  }
  editor.on('select-all-text', onSelectAll)
  editor.on('place-caret', onPlaceCaret)
  return () => {
    editor.off('select-all-text', onSelectAll)
    editor.off('place-caret', onPlaceCaret)
  }
}

/** Lets `place` put the caret in the text of this shape, which is being opened, before its first key. */
export function placeCaretIn(editor: Editor, shapeId: TLShapeId, place: (text: TiptapEditor) => void): void {
  openings.set(editor.getContainer(), { shapeId, point: null, place })
}

/** The same for the words at an arrow, which the engine opens with the caret before them. */
export function placeCaretInLabel(editor: Editor, shapeId: TLShapeId, at: number): void {
  const container = editor.getContainer()
  const onFocus = ({ target }: Event): void => {
    if (!(target instanceof HTMLTextAreaElement)) return
    container.removeEventListener('focusin', onFocus)
    if (shapeIdOf(target) === shapeId) target.setSelectionRange(at, at)
  }
  container.addEventListener('focusin', onFocus)
}

/** Puts the caret where a text begins or ends, if all of it is selected; else the key is the browser's. */
function leaveWhole({ state, commands }: TiptapEditor, where: 'start' | 'end'): boolean {
  const { selection, doc } = state
  const isWhole = selection.from === 0 && selection.to === doc.content.size
  return isWhole && commands.setTextSelection(where === 'start' ? 0 : doc.content.size)
}

function selectFirst(text: TiptapEditor): void {
  const opening = takeOpening(text.view.dom)
  if (opening?.place) return opening.place(text)
  if (opening && !opening.point) return void text.commands.selectAll()
  // Beside the text there is no place in it: whoever clicks there goes on at its end.
  const at = opening?.point ? text.view.posAtCoords(toCoords(opening.point)) : null
  text.commands.setTextSelection(at?.pos ?? text.state.doc.content.size)
}

/** How the engine means to open the text in this element; undefined where it said nothing of it. */
function takeOpening(dom: Element): Opening | undefined {
  const container = dom.closest('.tl-container')
  const opening = container ? openings.get(container) : undefined
  if (container) openings.delete(container)
  return opening?.shapeId === shapeIdOf(dom) ? opening : undefined
}

function shapeIdOf(dom: Element): string | null | undefined {
  return dom.closest('[data-shape-id]')?.getAttribute('data-shape-id')
}

function toCoords({ x, y }: { readonly x: number; readonly y: number }): { left: number; top: number } {
  return { left: x, top: y }
}
