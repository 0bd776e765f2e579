import { Rectangle2d, ShapeUtil, type Geometry2d, type SvgExportContext } from 'tldraw'
import { curvePlotProps } from '@/lib/board/shapes/curve-plot'
import { CurvePlotDrawing } from './curve-plot-drawing'
import { CurvePlotView } from './curve-plot-view'
import { embedFonts } from './export-fonts'
import { picturePalette } from './palette'
import { plotFactsOf } from './plot-facts'
import type { CurvePlotShape } from './shape-types'

/** One curve of a template: it takes cards and is itself taken by nobody. */
export class CurvePlotShapeUtil extends ShapeUtil<CurvePlotShape> {
  static override type = 'curve-plot' as const
  static override props = curvePlotProps

  override getDefaultProps(): CurvePlotShape['props'] {
    return { w: 480, h: 360, instanceId: '', curveId: '' }
  }

  override getGeometry(shape: CurvePlotShape): Geometry2d {
    return new Rectangle2d({ width: shape.props.w, height: shape.props.h, isFilled: true })
  }

  override component(shape: CurvePlotShape): React.ReactNode {
    return <CurvePlotView shape={shape} />
  }

  override indicator(shape: CurvePlotShape): React.ReactNode {
    return <rect width={shape.props.w} height={shape.props.h} rx={10} />
  }

  getIndicatorPath(shape: CurvePlotShape): Path2D {
    const path = new Path2D()
    path.roundRect(0, 0, shape.props.w, shape.props.h, 10)
    return path
  }

  override toSvg(shape: CurvePlotShape, context: SvgExportContext): React.ReactElement {
    const facts = plotFactsOf(this.editor, shape.props)
    embedFonts(this.editor, context, `${facts.curve?.name ?? ''}${facts.curve?.meaning ?? ''}`)
    const palette = picturePalette(context.isDarkMode)
    return <CurvePlotDrawing {...facts} palette={palette} detail="full" labelled lit="none" />
  }

  override getText(shape: CurvePlotShape): string {
    return plotFactsOf(this.editor, shape.props).curve?.name ?? ''
  }

  override getAriaDescriptor(shape: CurvePlotShape): string {
    const { curve } = plotFactsOf(this.editor, shape.props)
    return curve ? `Curve ${curve.letter}, ${curve.name}. ${curve.meaning}` : 'Curve'
  }

  override canTabTo(): boolean {
    return false
  }

  override canBind(): boolean {
    return false
  }

  override canSnap(): boolean {
    return false
  }

  override canResize(): boolean {
    return false
  }

  override canReceiveNewChildrenOfType(): boolean {
    return false
  }

  override hideResizeHandles(): boolean {
    return true
  }

  override hideRotateHandle(): boolean {
    return true
  }
}
