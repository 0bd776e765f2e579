import type { SvgExportContext } from 'tldraw'
import { templateFrameProps } from '@/lib/board/shapes/template-frame'
import { embedFonts } from './export-fonts'
import { picturePalette } from './palette'
import { templateOf } from './plot-facts'
import type { TemplateFrameShape } from './shape-types'
import { TemplateFrameDrawing } from './template-frame-drawing'
import { TemplateFrameView } from './template-frame-view'
import { TemplateLayerShapeUtil } from './template-layer-shape-util'

/** The paper of a template instance with its name and question. */
export class TemplateFrameShapeUtil extends TemplateLayerShapeUtil<TemplateFrameShape> {
  static override type = 'template-frame' as const
  static override props = templateFrameProps

  protected override readonly radiusPx = 16

  override getDefaultProps(): TemplateFrameShape['props'] {
    return { w: 1, h: 1, instanceId: '', templateId: '' }
  }

  override component(shape: TemplateFrameShape): React.ReactNode {
    return <TemplateFrameView shape={shape} />
  }

  override indicator(shape: TemplateFrameShape): React.ReactNode {
    return <rect width={shape.props.w} height={shape.props.h} rx={this.radiusPx} />
  }

  override toSvg(shape: TemplateFrameShape, context: SvgExportContext): React.ReactElement {
    const template = templateOf(this.editor, shape.props.instanceId)
    const { note = '', attribution = '' } = template?.teamMap ?? {}
    const words = [template?.name, template?.prompt, note, attribution, 'Flow of change Customers']
    embedFonts(this.editor, context, words.join(''))
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
}
