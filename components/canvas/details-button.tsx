import { PanelRightOpen } from 'lucide-react'
import { stopEventPropagation, useEditor, useValue, type Editor } from 'tldraw'
import { Tooltip } from '../ui/overlays/tooltip'
import { clientOf } from './store-client'
import { openDetails, selectedInitiatives } from './tools/open-details'
import styles from './overlay.module.css'

/** As large as it is under a finger. */
const SIZE_PX = 44
const GAP_PX = 6
/** The corner of the mark stays free. */
const CORNER_PX = { w: 220, h: 64 }

/** Beside the selected cards: the way to all that is known of them. Enter does the same. */
export function DetailsButton(): React.ReactNode {
  const editor = useEditor()
  const place = useValue('place of the details button', () => placeBeside(editor), [editor])
  const count = useValue('selected initiatives', () => selectedInitiatives(editor).length, [editor])
  if (!place) return null
  const label = count === 1 ? 'Details' : `Details of ${count} initiatives`
  return (
    <Tooltip label={label} shortcut="Enter" side="right">
      <button
        type="button"
        className={styles.details}
        style={{ transform: `translate(${place.x}px, ${place.y}px)` }}
        aria-label={label}
        onPointerDown={stopEventPropagation}
        onClick={() => openDetails(editor)}
      >
        <PanelRightOpen size={16} strokeWidth={1.75} />
      </button>
    </Tooltip>
  )
}

/** At the upper right of what is selected, in px of the canvas; null while there is nothing to show or a hand at work. */
function placeBeside(editor: Editor): { x: number; y: number } | null {
  if (!editor.isIn('select.idle') || clientOf(editor).inspected.get() !== null) return null
  if (selectedInitiatives(editor).length === 0) return null
  const bounds = editor.getSelectionPageBounds()
  if (!bounds) return null
  const view = editor.getViewportScreenBounds()
  const corner = editor.pageToViewport({ x: bounds.maxX, y: bounds.minY })
  const x = Math.min(Math.round(corner.x) + GAP_PX, view.w - SIZE_PX - GAP_PX)
  const y = Math.round(corner.y)
  const isOut = x < 0 || y < -SIZE_PX || y > view.h - SIZE_PX
  const isOverMark = x > view.w - CORNER_PX.w && y > view.h - CORNER_PX.h - SIZE_PX
  return isOut || isOverMark ? null : { x, y: Math.max(y, GAP_PX) }
}
