import { SVGContainer, useEditor, useValue } from 'tldraw'
import { detailOf, isNarrowScreen, mapDetailOf } from '../detail'
import { PAGE_PALETTE } from '../palette'
import { frameFactsOf } from './frame-facts'
import { OverlayPlotView } from '../plot/overlay-plot-view'
import type { TemplateFrameShape } from '../shape-types'
import { TemplateFrameDrawing } from './template-frame-drawing'

/** A template's paper on the page. */
export function TemplateFrameView({ shape }: { readonly shape: TemplateFrameShape }): React.ReactNode {
  const editor = useEditor()
  const { instanceId } = shape.props
  const facts = useValue('frame facts', () => frameFactsOf(editor, instanceId), [editor, instanceId])
  const detail = useValue('detail', () => detailOf(editor), [editor])
  const mapDetail = useValue('map detail', () => mapDetailOf(editor), [editor])
  const isNarrow = useValue('narrow screen', () => isNarrowScreen(editor), [editor])
  return (
    <SVGContainer>
      <TemplateFrameDrawing
        size={shape.props}
        {...{ facts, detail, mapDetail, isNarrow }}
        palette={PAGE_PALETTE}
      >
        {facts.template?.overlay ? (
          <OverlayPlotView frame={shape} template={facts.template} detail={detail} />
        ) : null}
      </TemplateFrameDrawing>
    </SVGContainer>
  )
}
