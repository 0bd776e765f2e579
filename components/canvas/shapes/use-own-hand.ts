import { useEditor, useValue, type Editor } from 'tldraw'
import type { CardProps } from '@/lib/board/shapes/card'
import { isPlacing, landingsOf } from '../landing'
import type { CardShape } from './shape-types'

/** What my own hand does with a card. */
export function useOwnHand(shape: CardShape) {
  const editor = useEditor()
  const { id } = shape
  const isHovered = useValue('hovered', () => editor.getHoveredShapeId() === id, [editor, id])
  const isSelected = useValue('selected', () => editor.getSelectedShapeIds().includes(id), [editor, id])
  const isAlone = useValue('alone', () => editor.getOnlySelectedShapeId() === id, [editor, id])
  const isMoving = useValue('moving', () => editor.isIn('select.translating'), [editor])
  const isLifted = isMoving && isSelected
  const hand = useValue('in hand', () => (isLifted ? inHand(editor, shape) : null), [editor, shape, isLifted])
  // What a card is carried over does not unfold under it.
  const isUnder = useValue('under a hand', () => !isLifted && isPlacing(editor), [editor, isLifted])
  return { isHovered, isSelected, isLifted, isOpen: (isHovered || isAlone) && !isUnder, hand }
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
