import { SVGContainer, useEditor, useValue, type Editor } from 'tldraw'
import { isThicket } from '@/lib/board/shapes/card'
import { carriedByOthers } from '../../people/holders'
import { clientOf } from '../../session/store-client'
import { lineFactsOf } from './card-facts'
import { CardStem } from './card-stem'
import { detailOf } from '../detail'
import { PAGE_PALETTE, pinColor } from '../palette'
import type { CardShape } from '../shape-types'
import { isLifted, isOpen } from './use-own-hand'

interface CardStemViewProps {
  readonly shape: CardShape
}

/** The stem of a card at rest, drawn under all cards: across their titles it would strike them out. */
export function CardStemView({ shape }: CardStemViewProps): React.ReactNode {
  return shape.props.x === null ? null : <Stem shape={shape} />
}

function Stem({ shape }: CardStemViewProps): React.ReactNode {
  const editor = useEditor()
  const color = useValue('stem', () => stemColor(editor, shape), [editor, shape])
  const { props } = shape
  return color === null ? null : (
    <SVGContainer>
      <CardStem size={props} pin={{ x: props.pinX, y: props.pinY }} color={color} />
    </SVGContainer>
  )
}

/** Null where no stem is shown. */
function stemColor(editor: Editor, { id, props }: CardShape): string | null {
  if (detailOf(editor) === 'block' || isLifted(editor, id)) return null
  if (carriedByOthers(clientOf(editor)).get().has(id)) return null
  // Among very many cards each shows its own when it is pointed at.
  if (isThicket(props) && !isOpen(editor, id)) return null
  return pinColor(lineFactsOf(editor, props), PAGE_PALETTE)
}
