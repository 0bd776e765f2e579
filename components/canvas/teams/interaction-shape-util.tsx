import {
  Polygon2d,
  resizeBox,
  ShapeUtil,
  Vec,
  type Geometry2d,
  type SvgExportContext,
  type TLResizeInfo,
} from 'tldraw'
import { interactionProps } from '@/lib/board/shapes/interaction'
import { fitSize } from '@/lib/teams/fit-size'
import { interactionModeOf } from '@/lib/teams/interaction-modes'
import { outlineOf } from '@/lib/teams/outline'
import { toSentences } from '@/lib/text/to-sentences'
import { teamContrast } from '../../board/colors/team-contrast'
import { embedFonts } from '../shapes/export-fonts'
import { picturePalette } from '../shapes/palette'
import { InteractionDrawing } from './drawing/interaction-drawing'
import { interactionFactsOf } from './interaction-facts'
import { InteractionView } from './interaction-view'
import type { InteractionShape } from './team-shapes'

/** How two teams work with each other: a half transparent shape between them. */
export class InteractionShapeUtil extends ShapeUtil<InteractionShape> {
  static override type = 'interaction' as const
  static override props = interactionProps

  override getDefaultProps(): InteractionShape['props'] {
    const mode = 'collaboration'
    const ends = { interactionId: '', instanceId: '', fromId: '', toId: '' }
    return { ...interactionModeOf(mode).size, mode, ...ends, dx: 0, dy: 0, stretched: false }
  }

  override getGeometry({ props }: InteractionShape): Geometry2d {
    const points = outlineOf(props.mode, props).corners.map(({ x, y }) => new Vec(x, y))
    return new Polygon2d({ points, isFilled: true })
  }

  override component(shape: InteractionShape): React.ReactNode {
    return <InteractionView shape={shape} />
  }

  override indicator({ props }: InteractionShape): React.ReactNode {
    return <path d={outlineOf(props.mode, props).path} />
  }

  getIndicatorPath({ props }: InteractionShape): Path2D {
    return new Path2D(outlineOf(props.mode, props).path)
  }

  override onResize(shape: InteractionShape, info: TLResizeInfo<InteractionShape>): InteractionShape {
    const resized = resizeBox(shape, info, { minWidth: 8, minHeight: 8 })
    return { ...resized, props: { ...resized.props, ...fitSize(shape.props.mode, resized.props) } }
  }

  override toSvg(shape: InteractionShape, context: SvgExportContext): React.ReactElement {
    const facts = interactionFactsOf(this.editor, shape)
    embedFonts(this.editor, context, `${facts.mode.name}${facts.warnings.join('')}`)
    const { props, rotation } = shape
    const palette = picturePalette(context.isDarkMode)
    const drawn = { facts, size: props, rotation, palette, strong: teamContrast.get() }
    return <InteractionDrawing {...drawn} detail="full" isOnDark={context.isDarkMode} />
  }

  override getText(shape: InteractionShape): string {
    return interactionFactsOf(this.editor, shape).sentence
  }

  override getAriaDescriptor(shape: InteractionShape): string {
    const { mode, sentence, warnings } = interactionFactsOf(this.editor, shape)
    return toSentences([`${mode.name} interaction`, sentence, ...warnings])
  }

  override isAspectRatioLocked({ props }: InteractionShape): boolean {
    return props.mode === 'facilitating'
  }

  override canCrop(): boolean {
    return false
  }

  override canReceiveNewChildrenOfType(): boolean {
    return false
  }

  override hideRotateHandle({ props }: InteractionShape): boolean {
    return props.mode !== 'x-as-a-service'
  }
}
