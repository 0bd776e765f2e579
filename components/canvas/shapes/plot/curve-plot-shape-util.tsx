import type { SvgExportContext } from 'tldraw'
import { curvePlotProps } from '@/lib/board/shapes/curve-plot'
import { coveredBoxes } from './covered-boxes'
import { CurvePlotDrawing } from './curve-plot-drawing'
import { CurvePlotView } from './curve-plot-view'
import { embedFonts } from '../export-fonts'
import { picturePalette } from '../palette'
import { plotFactsOf } from './plot-facts'
import type { CurvePlotShape } from '../shape-types'
import { TemplateLayerShapeUtil } from '../template-layer-shape-util'

/** One curve of a template: it takes cards and is itself taken by nobody. */
export class CurvePlotShapeUtil extends TemplateLayerShapeUtil<CurvePlotShape> {
  static override type = 'curve-plot' as const
  static override props = curvePlotProps

  protected override readonly radiusPx = 10

  override getDefaultProps(): CurvePlotShape['props'] {
    return { w: 480, h: 360, instanceId: '', curveId: '' }
  }

  override backgroundComponent(shape: CurvePlotShape): React.ReactNode {
    return <CurvePlotView shape={shape} />
  }

  override indicator(shape: CurvePlotShape): React.ReactNode {
    return <rect width={shape.props.w} height={shape.props.h} rx={this.radiusPx} />
  }

  override toBackgroundSvg(shape: CurvePlotShape, context: SvgExportContext): React.ReactElement {
    const facts = plotFactsOf(this.editor, shape.props)
    embedFonts(this.editor, context, `${facts.curve?.name ?? ''}${facts.curve?.meaning ?? ''}`)
    const palette = picturePalette(context.isDarkMode)
    const cards = coveredBoxes(this.editor, shape)
    return <CurvePlotDrawing {...facts} {...{ palette, cards }} detail="full" labelled lit="none" />
  }

  override getText(shape: CurvePlotShape): string {
    return plotFactsOf(this.editor, shape.props).curve?.name ?? ''
  }

  override getAriaDescriptor(shape: CurvePlotShape): string {
    const { curve } = plotFactsOf(this.editor, shape.props)
    return curve ? `Curve ${curve.letter}, ${curve.name}. ${curve.meaning}` : 'Curve'
  }
}
