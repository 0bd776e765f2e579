import { Rectangle2d, ShapeUtil, type Geometry2d, type SvgExportContext } from 'tldraw'
import { CARD_SIZE_PX, cardProps } from '@/lib/board/shapes/card'
import { CANVAS_INSTANCE } from '@/lib/board/layout'
import { DEFAULT_PIN } from '@/lib/board/places/placement'
import { toSentences } from '@/lib/text/to-sentences'
import { isLaneCard } from '../../people/lane-card'
import { clientOf } from '../../session/store-client'
import { radiusOf } from './card-face'
import { factsOf, lineFactsOf } from './card-facts'
import { CardPicture } from './card-picture'
import { CardStem } from './card-stem'
import { CardStemView } from './card-stem-view'
import { CardView } from './card-view'
import { embedFonts } from '../export-fonts'
import { picturePalette, pinColor } from '../palette'
import type { CardShape } from '../shape-types'

/** A card: one initiative where it stands. Its size is fixed and its text lives in the initiative. */
export class CardShapeUtil extends ShapeUtil<CardShape> {
  static override type = 'card' as const
  static override props = cardProps

  override getDefaultProps(): CardShape['props'] {
    return {
      ...CARD_SIZE_PX,
      initiativeId: '',
      instanceId: CANVAS_INSTANCE,
      target: 'canvas',
      x: null,
      pinX: DEFAULT_PIN.x,
      pinY: DEFAULT_PIN.y,
    }
  }

  override getGeometry(shape: CardShape): Geometry2d {
    return new Rectangle2d({ width: shape.props.w, height: shape.props.h, isFilled: true })
  }

  override component(shape: CardShape): React.ReactNode {
    return <CardView shape={shape} />
  }

  backgroundComponent(shape: CardShape): React.ReactNode {
    return <CardStemView shape={shape} />
  }

  /** The card draws its own ring: it may be taller than its box while its whole title is shown. */
  override indicator(): React.ReactNode {
    return null
  }

  getIndicatorPath(shape: CardShape): Path2D {
    const path = new Path2D()
    path.roundRect(0, 0, shape.props.w, shape.props.h, radiusOf(shape.props.h))
    return path
  }

  override toSvg(shape: CardShape, context: SvgExportContext): React.ReactElement {
    const facts = factsOf(this.editor, shape.props)
    embedFonts(this.editor, context, `${facts.title}${facts.said}${facts.owner ?? ''}…`)
    return <CardPicture props={shape.props} facts={facts} palette={picturePalette(context.isDarkMode)} />
  }

  override toBackgroundSvg({ props }: CardShape, context: SvgExportContext): React.ReactElement | null {
    if (props.x === null) return null
    const color = pinColor(lineFactsOf(this.editor, props), picturePalette(context.isDarkMode))
    return <CardStem size={props} pin={{ x: props.pinX, y: props.pinY }} color={color} />
  }

  override getText(shape: CardShape): string {
    return factsOf(this.editor, shape.props).title
  }

  override getAriaDescriptor(shape: CardShape): string {
    const { title, reading, where, owner, team } = factsOf(this.editor, shape.props)
    const parts = [
      title || 'Initiative without a title',
      where,
      reading,
      team ? `Team: ${team}` : '',
      owner ? `Owner: ${owner}` : '',
    ]
    return toSentences(parts)
  }

  override canEdit(shape: CardShape): boolean {
    return clientOf(this.editor).canEdit.get() && !isLaneCard(shape.id)
  }

  override canTabTo(shape: CardShape): boolean {
    return !isLaneCard(shape.id)
  }

  override canResize(): boolean {
    return false
  }

  override canResizeChildren(): boolean {
    return false
  }

  override canReceiveNewChildrenOfType(): boolean {
    return false
  }

  override canCrop(): boolean {
    return false
  }

  override hideResizeHandles(): boolean {
    return true
  }

  override hideRotateHandle(): boolean {
    return true
  }

  override hideSelectionBoundsFg(): boolean {
    return true
  }
}
