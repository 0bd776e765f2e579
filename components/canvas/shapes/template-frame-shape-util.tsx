import { Rectangle2d, ShapeUtil, type Geometry2d, type SvgExportContext } from 'tldraw'
import { templateFrameProps } from '@/lib/board/shapes/template-frame'
import { embedFonts } from './export-fonts'
import { picturePalette } from './palette'
import { templateOf } from './plot-facts'
import type { TemplateFrameShape } from './shape-types'
import { TemplateFrameDrawing } from './template-frame-drawing'
import { TemplateFrameView } from './template-frame-view'

/** The paper of a template instance with its name and question. */
export class TemplateFrameShapeUtil extends ShapeUtil<TemplateFrameShape> {
  static override type = 'template-frame' as const
  static override props = templateFrameProps

  override getDefaultProps(): TemplateFrameShape['props'] {
    return { w: 1, h: 1, instanceId: '', templateId: '' }
  }

  override getGeometry(shape: TemplateFrameShape): Geometry2d {
    return new Rectangle2d({ width: shape.props.w, height: shape.props.h, isFilled: true })
  }

  override component(shape: TemplateFrameShape): React.ReactNode {
    return <TemplateFrameView shape={shape} />
  }

  override indicator(shape: TemplateFrameShape): React.ReactNode {
    return <rect width={shape.props.w} height={shape.props.h} rx={16} />
  }

  getIndicatorPath(shape: TemplateFrameShape): Path2D {
    const path = new Path2D()
    path.roundRect(0, 0, shape.props.w, shape.props.h, 16)
    return path
  }

  override toSvg(shape: TemplateFrameShape, context: SvgExportContext): React.ReactElement {
    const template = templateOf(this.editor, shape.props.instanceId)
    embedFonts(this.editor, context, `${template?.name ?? ''}${template?.prompt ?? ''}`)
    const palette = picturePalette(context.isDarkMode)
    return <TemplateFrameDrawing size={shape.props} template={template} palette={palette} detail="full" />
  }

  override getText(shape: TemplateFrameShape): string {
    return templateOf(this.editor, shape.props.instanceId)?.name ?? ''
  }

  override getAriaDescriptor(shape: TemplateFrameShape): string {
    const template = templateOf(this.editor, shape.props.instanceId)
    return template ? `${template.name}. ${template.prompt}` : 'Template'
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
