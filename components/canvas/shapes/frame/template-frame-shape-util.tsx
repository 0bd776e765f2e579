import type { SvgExportContext } from 'tldraw'
import { templateFrameProps } from '@/lib/board/shapes/template-frame'
import { CURVES } from '@/lib/curves/catalogue'
import { coveredBoxes } from '../plot/covered-boxes'
import { embedFonts } from '../export-fonts'
import { frameFactsOf } from './frame-facts'
import { OverlayPlotDrawing } from '../plot/overlay-plot-drawing'
import { picturePalette } from '../palette'
import type { TemplateFrameShape } from '../shape-types'
import { TemplateFrameDrawing } from './template-frame-drawing'
import { TemplateFrameView } from './template-frame-view'
import { TemplateLayerShapeUtil } from '../template-layer-shape-util'

/** The paper of a template instance with its name and question. */
export class TemplateFrameShapeUtil extends TemplateLayerShapeUtil<TemplateFrameShape> {
  static override type = 'template-frame' as const
  static override props = templateFrameProps

  protected override readonly radiusPx = 16

  override getDefaultProps(): TemplateFrameShape['props'] {
    return { w: 1, h: 1, instanceId: '', templateId: '' }
  }

  override backgroundComponent(shape: TemplateFrameShape): React.ReactNode {
    return <TemplateFrameView shape={shape} />
  }

  override indicator(shape: TemplateFrameShape): React.ReactNode {
    return <rect width={shape.props.w} height={shape.props.h} rx={this.radiusPx} />
  }

  override toBackgroundSvg(shape: TemplateFrameShape, context: SvgExportContext): React.ReactElement {
    const facts = frameFactsOf(this.editor, shape.props.instanceId)
    const { template } = facts
    const { note = '', attribution = '' } = template?.teamMap ?? {}
    const names = template?.overlay ? CURVES.map(({ name }) => name) : []
    const words = [facts.name, ...facts.lines, ...names, note, attribution, 'Flow of change Customers']
    embedFonts(this.editor, context, words.join(''))
    const palette = picturePalette(context.isDarkMode)
    const common = { palette, detail: 'full' } as const
    return (
      <TemplateFrameDrawing size={shape.props} facts={facts} {...common}>
        {template?.overlay ? (
          <OverlayPlotDrawing
            template={template}
            {...common}
            labelled
            emphasised={null}
            isTaking={false}
            cards={coveredBoxes(this.editor, shape)}
          />
        ) : null}
      </TemplateFrameDrawing>
    )
  }

  override getText(shape: TemplateFrameShape): string {
    return frameFactsOf(this.editor, shape.props.instanceId).name
  }

  override getAriaDescriptor(shape: TemplateFrameShape): string {
    const { name, lines } = frameFactsOf(this.editor, shape.props.instanceId)
    return [name || 'Template', ...lines].join('. ').replace(/([.?])\./g, '$1')
  }
}
