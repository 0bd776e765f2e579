import { react, type Editor, type TLShape } from 'tldraw'
import { isFields } from '@/lib/board/is-fields'
import { sharedPx } from '@/lib/geometry/box'

/** In layers over all of the view, of 1.3 million pixels: hatched, with a shadow or outlined words 8 to 16 ms each. */
const DEEP_LAYERS = 8
/** Further below, so that a step of the wheel does not switch to and fro. */
const SHALLOW_LAYERS = 6
const ATTRIBUTE = 'data-draws-plainly'

/**
 * While many hatched shapes, notes and words lie over each other in view, they are drawn without hatching, shadows and
 * outlines: where there is no graphics card, thousands of them would take half a minute for each step of the wheel.
 */
export function drawPlainlyWhenDeep(editor: Editor): () => void {
  const container = editor.getContainer()
  let isDeep = false
  let frame = 0
  const stop = react(
    'draw plainly when deep',
    () => {
      const layers = layersInView(editor)
      isDeep = layers > (isDeep ? SHALLOW_LAYERS : DEEP_LAYERS)
      container.toggleAttribute(ATTRIBUTE, isDeep)
    },
    {
      scheduleEffect: (execute) => {
        cancelAnimationFrame(frame)
        frame = requestAnimationFrame(execute)
      },
    },
  )
  return () => {
    stop()
    cancelAnimationFrame(frame)
    container.removeAttribute(ATTRIBUTE)
  }
}

/** How often the view is covered by what takes long to draw. */
function layersInView(editor: Editor): number {
  const view = editor.getViewportPageBounds()
  let covered = 0
  for (const shape of editor.getCurrentPageShapes()) {
    if (!takesLong(shape)) continue
    const bounds = editor.getShapePageBounds(shape)
    // Bounds that are no numbers cover nothing.
    if (bounds) covered += sharedPx(bounds, view) || 0
  }
  return covered / (view.width * view.height)
}

function takesLong({ type, props }: TLShape): boolean {
  return type === 'note' || (isFields(props) && (props['fill'] === 'pattern' || hasWords(props['richText'])))
}

/** Without any, it is a document with an empty paragraph. */
function hasWords(richText: unknown): boolean {
  if (!isFields(richText) || !Array.isArray(richText['content'])) return false
  const [first, second] = richText['content'] as readonly unknown[]
  return second !== undefined || (isFields(first) && first['content'] !== undefined)
}
