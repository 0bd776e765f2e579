import { SVGContainer, useEditor, useValue } from 'tldraw'
import { detailOf } from './detail'
import { PAGE_PALETTE } from './palette'
import { templateOf } from './plot-facts'
import type { TemplateFrameShape } from './shape-types'
import { TemplateFrameDrawing } from './template-frame-drawing'

/** A template's paper on the page. */
export function TemplateFrameView({ shape }: { readonly shape: TemplateFrameShape }): React.ReactNode {
  const editor = useEditor()
  const { instanceId } = shape.props
  const template = useValue('template', () => templateOf(editor, instanceId), [editor, instanceId])
  const detail = useValue('detail', () => detailOf(editor), [editor])
  return (
    <SVGContainer>
      <TemplateFrameDrawing size={shape.props} template={template} palette={PAGE_PALETTE} detail={detail} />
    </SVGContainer>
  )
}
