import { useEditor, useValue, type Editor, type TLShapeId } from 'tldraw'
import type { CardProps } from '@/lib/board/shapes/card'
import { isPlacing, landingsOf } from '../../landing/landing'
import { detailOf } from '../detail'
import type { CardShape } from '../shape-types'

/** What my own hand does with a card. */
export function useOwnHand(shape: CardShape) {
  const editor = useEditor()
  const { id } = shape
  const isHovered = useValue('hovered', () => editor.getHoveredShapeId() === id, [editor, id])
  const isSelected = useValue('selected', () => isSelectedIn(editor, id), [editor, id])
  const lifted = useValue('lifted', () => isLifted(editor, id), [editor, id])
  const open = useValue('open', () => isOpen(editor, id), [editor, id])
  const hand = useValue('in hand', () => (lifted ? inHand(editor, shape) : null), [editor, shape, lifted])
  return { isHovered, isSelected, isLifted: lifted, isOpen: open, hand }
}

/** Whether this hand carries the card. */
export function isLifted(editor: Editor, id: TLShapeId): boolean {
  return editor.isIn('select.translating') && isSelectedIn(editor, id)
}

/** Whether the card shows all it has. What another card is carried over does not unfold under it; from afar none has words. */
export function isOpen(editor: Editor, id: TLShapeId): boolean {
  if (detailOf(editor) === 'block') return false
  const isPointedAt = editor.getHoveredShapeId() === id || editor.getOnlySelectedShapeId() === id
  return isPointedAt && (isLifted(editor, id) || !isPlacing(editor))
}

function isSelectedIn(editor: Editor, id: TLShapeId): boolean {
  return editor.getSelectedShapeIds().includes(id)
}

interface InHand {
  readonly stand: CardProps
  /** How far it would move from the hand if it were let go, as a transform. */
  readonly shift: string | null
}

/** A lifted card already says and shows what it would if it were let go where it is held. */
function inHand(editor: Editor, { id, props }: CardShape): InHand | null {
  const landing = landingsOf(editor).find((one) => one.shapeId === id)
  if (!landing) return null
  const { placement, stand, at } = landing
  const said = { ...props, target: placement.target, x: placement.x ?? null }
  if (!stand) return { stand: said, shift: null }
  const { w, h, pin } = stand
  return {
    stand: { ...said, w, h, pinX: pin.x, pinY: pin.y },
    shift: `translate(${stand.x - at.x}px, ${stand.y - at.y}px)`,
  }
}
