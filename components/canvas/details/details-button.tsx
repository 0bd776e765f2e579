import { Info } from 'lucide-react'
import { useState } from 'react'
import { stopEventPropagation, useEditor, useValue, type Editor } from 'tldraw'
import type { InitiativeId } from '@/lib/ids'
import { titleLabel } from '@/lib/board/initiatives/title-label'
import type { BoardClient } from '../../board/board-client'
import { Tooltip } from '../../ui/overlays/tooltip'
import { openedMenu } from '../context-menu/opened-menu'
import { detailsPlace } from './details-place'
import { edgesInView, type PageBounds } from '../view/edges-in-view'
import { edgesOf } from '../view/edges-of'
import { nameTagsInView } from '../people/name-tags'
import { factsOf } from '../shapes/card/card-facts'
import { openBox } from '../shapes/card/open-box'
import { isOpen } from '../shapes/card/use-own-hand'
import { isCard } from '../shapes/shape-types'
import { clientOf } from '../session/store-client'
import { openDetails, selectedInitiatives } from './open-details'
import { useSizeOf } from '../view/use-size-of'
import styles from '../overlay.module.css'

/** Beside the selected cards: the way to all that is known of them. Enter does the same. */
export function DetailsButton(): React.ReactNode {
  const editor = useEditor()
  const [button, setButton] = useState<HTMLElement | null>(null)
  const size = useSizeOf(button)
  const place = useValue('place of the details button', () => placeOf(editor, size), [editor, size])
  const ids = useValue('selected initiatives', () => selectedInitiatives(editor), [editor])
  const label = useValue('label of the details button', () => labelOf(clientOf(editor), ids), [editor, ids])
  if (!place) return null
  return (
    <Tooltip label={label} shortcut="Enter" side="right">
      <button
        ref={setButton}
        type="button"
        className={styles.details}
        style={{ transform: `translate(${place.x}px, ${place.y}px)` }}
        aria-label={label}
        onPointerDown={stopEventPropagation}
        onClick={() => openDetails(editor)}
      >
        <Info size={16} strokeWidth={1.75} aria-hidden="true" />
        {ids.length === 1 ? 'Details' : `Details of ${ids.length}`}
      </button>
    </Tooltip>
  )
}

/** Of whom: what shows is heard without the card beside it. */
function labelOf({ view }: BoardClient, ids: readonly InitiativeId[]): string {
  const [only] = ids
  if (only === undefined || ids.length > 1) return `Details of ${ids.length} initiatives`
  return `Details of “${titleLabel(view.initiative(only).get()?.title)}”`
}

/** Where it goes, in px of the canvas; null while there is nothing to show or a hand at work. */
function placeOf(editor: Editor, button: { w: number; h: number }): { x: number; y: number } | null {
  if (!editor.isIn('select.idle') || clientOf(editor).inspected.get() !== null) return null
  // The menu begins with the same, and would cover half of it.
  if (openedMenu(editor).get() !== null) return null
  if (selectedInitiatives(editor).length === 0) return null
  const bounds = editor.getSelectionPageBounds()
  if (!bounds) return null
  const selected = editor.getSelectedShapeIds()
  const others = editor.getCurrentPageShapes().filter((one) => isCard(one) && !selected.includes(one.id))
  const { w, h } = editor.getViewportScreenBounds()
  return detailsPlace({
    cards: edgesInView(editor, opened(editor) ?? bounds),
    others: others.flatMap((one) => edgesOf(editor, one) ?? []),
    names: nameTagsInView(editor),
    button,
    canvas: { w, h },
  })
}

/** Where the only selected card lies, which is open; null where more are selected. */
function opened(editor: Editor): PageBounds | null {
  const card = editor.getOnlySelectedShape()
  if (!card || !isCard(card) || !isOpen(editor, card.id)) return null
  const { props } = card
  const { maxX } = editor.getViewportPageBounds()
  const { x, y, w, h } = openBox(card, { props, title: factsOf(editor, props).title, maxX })
  return { minX: x, minY: y, maxX: x + w, maxY: y + h }
}
