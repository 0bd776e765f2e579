import {
  TldrawSelectionForeground,
  useEditor,
  useValue,
  type Editor,
  type TLSelectionForegroundProps,
} from 'tldraw'
import { isCard } from '../shapes/shape-types'

/** The states in which the engine frames what is selected. */
const FRAMING = ['select.idle', 'select.brushing', 'select.pointing_selection', 'select.pointing_shape']

/** The box around a selection, with handles where all of it may be resized; cards alone show their own rings. */
export function SelectionFrame(props: TLSelectionForegroundProps): React.ReactNode {
  const editor = useEditor()
  const frame = useValue('selection frame', () => frameOf(editor), [editor])
  if (frame === 'none') return null
  return frame === 'plain' ? <PlainFrame {...props} /> : <TldrawSelectionForeground {...props} />
}

function frameOf(editor: Editor): 'none' | 'plain' | 'handles' {
  const selected = editor.getSelectedShapes()
  if (selected.every(isCard)) return 'none'
  return selected.every((shape) => editor.getShapeUtil(shape).canResize(shape)) ? 'handles' : 'plain'
}

function PlainFrame({ bounds, rotation }: TLSelectionForegroundProps): React.ReactNode {
  const editor = useEditor()
  const isFraming = useValue('is framing', () => editor.isInAny(...FRAMING), [editor])
  if (!isFraming) return null
  const transform = `translate(${bounds.x}px, ${bounds.y}px) rotate(${rotation}rad)`
  return (
    <svg
      style={{ transform }}
      className="tl-overlays__item tl-selection__fg"
      data-testid="plain-frame"
      aria-hidden="true"
    >
      <rect className="tl-selection__fg__outline" width={bounds.w} height={bounds.h} />
    </svg>
  )
}
