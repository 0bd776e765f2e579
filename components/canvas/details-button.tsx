import { PanelRightOpen } from 'lucide-react'
import { stopEventPropagation, useEditor, useValue, type Editor } from 'tldraw'
import { Tooltip } from '../ui/overlays/tooltip'
import { detailsPlace } from './details-place'
import { clientOf } from './store-client'
import { openDetails, selectedInitiatives } from './tools/open-details'
import styles from './overlay.module.css'

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

/** Where it goes, in px of the canvas; null while there is nothing to show or a hand at work. */
function placeBeside(editor: Editor): { x: number; y: number } | null {
  if (!editor.isIn('select.idle') || clientOf(editor).inspected.get() !== null) return null
  if (selectedInitiatives(editor).length === 0) return null
  const bounds = editor.getSelectionPageBounds()
  if (!bounds) return null
  const view = editor.getViewportScreenBounds()
  const from = editor.pageToViewport({ x: bounds.minX, y: bounds.minY })
  const to = editor.pageToViewport({ x: bounds.maxX, y: bounds.maxY })
  return detailsPlace({ left: from.x, right: to.x, top: from.y, bottom: to.y }, { w: view.w, h: view.h })
}
