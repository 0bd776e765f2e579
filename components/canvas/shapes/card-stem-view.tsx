import { SVGContainer, useEditor, useValue } from 'tldraw'
import { isThicket } from '@/lib/board/shapes/card'
import { lineFactsOf } from './card-facts'
import { CardStem } from './card-stem'
import { detailOf } from './detail'
import { PAGE_PALETTE, pinColor } from './palette'
import type { CardShape } from './shape-types'
import { useOwnHand } from './use-own-hand'

/** The stem of a card at rest, drawn under all cards: across their titles it would strike them out. */
export function CardStemView({ shape }: { readonly shape: CardShape }): React.ReactNode {
  const editor = useEditor()
  const { props } = shape
  const isFar = useValue('far', () => detailOf(editor) === 'block', [editor])
  const color = useValue('stem color', () => pinColor(lineFactsOf(editor, props), PAGE_PALETTE), [
    editor,
    props,
  ])
  const { isLifted, isOpen } = useOwnHand(shape)
  // Among very many cards each shows its own when it is pointed at.
  if (props.x === null || isFar || isLifted || (isThicket(props) && !isOpen)) return null
  return (
    <SVGContainer>
      <CardStem size={props} pin={{ x: props.pinX, y: props.pinY }} color={color} />
    </SVGContainer>
  )
}
