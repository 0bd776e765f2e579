import type { Editor, TLNoteShape, TLShape, TLTextShape } from 'tldraw'
import { legibleScale } from './legible-scale'

/** So near to a note, in its own widths, a new one is put beside it. */
const BESIDE = 1.5

/** What is larger or smaller than can be read at this zoom by more than this is no measure for what is written now. */
const LARGEST_TIMES = 2
const SMALLEST_TIMES = 0.75

/**
 * Makes notes and texts that the tools draw as large as can be read at the zoom they are drawn at. A note beside
 * another is as large as that, unless that is far from what can be read.
 */
export function writeLegibly(editor: Editor): () => void {
  return editor.sideEffects.registerBeforeCreateHandler('shape', (shape, source) => {
    if (source !== 'user' || !isDrawnNow(editor, shape)) return shape
    const legible = legibleScale(editor.getZoomLevel())
    const beside = shape.type === 'note' ? scaleBeside(editor) : null
    const scale = beside !== null && isNear(beside, legible) ? beside : legible
    return { ...shape, props: { ...shape.props, scale } }
  })
}

function isNear(scale: number, legible: number): boolean {
  return scale >= SMALLEST_TIMES * legible && scale <= LARGEST_TIMES * legible
}

/** Not what is pasted, doubled or put beside a note by its handle: that has its size from where it comes. */
function isDrawnNow(editor: Editor, shape: TLShape): shape is TLNoteShape | TLTextShape {
  return (shape.type === 'note' || shape.type === 'text') && editor.isIn(shape.type)
}

function scaleBeside(editor: Editor): number | null {
  const point = editor.inputs.originPagePoint
  let nearest: { scale: number; widths: number } | null = null
  for (const note of editor.getCurrentPageShapes()) {
    const bounds = editor.getShapePageBounds(note)
    if (!bounds || !editor.isShapeOfType<TLNoteShape>(note, 'note')) continue
    const widths = bounds.center.dist(point) / bounds.w
    if (widths <= BESIDE && widths < (nearest?.widths ?? Infinity)) {
      nearest = { scale: note.props.scale, widths }
    }
  }
  return nearest?.scale ?? null
}
