import { useEditor, useValue, type Editor } from 'tldraw'
import { CURVES } from '@/lib/curves/catalogue'
import type { Template } from '@/lib/templates/template'
import { isWordy, type Detail } from '@/lib/board/shapes/detail'
import { isPlacing, landingsOf } from '../../landing/landing'
import { useCoveredBoxes } from './covered-boxes'
import { OverlayPlotDrawing } from './overlay-plot-drawing'
import { PAGE_PALETTE } from '../palette'
import { isCard, type TemplateFrameShape } from '../shape-types'

const LABELS_FROM_ZOOM = 0.6

/** The plot that curves share, on the page: it shows the one that a card in the hand would take, or that a chosen card is on. */
export function OverlayPlotView(props: {
  readonly frame: TemplateFrameShape
  readonly template: Template
  readonly detail: Detail
}): React.ReactNode {
  const { frame, template, detail } = props
  const { instanceId } = frame.props
  const editor = useEditor()
  const labelled = useValue('labelled', () => editor.getZoomLevel() >= LABELS_FROM_ZOOM, [editor])
  const isTaking = useValue(
    'takes',
    () => isPlacing(editor) && landingsOf(editor).some((landing) => landing.instanceId === instanceId),
    [editor, instanceId],
  )
  const emphasised = useValue('emphasised', () => curveLookedAt(editor, instanceId), [editor, instanceId])
  const cards = useCoveredBoxes(frame, isWordy(detail))
  return (
    <OverlayPlotDrawing
      template={template}
      palette={PAGE_PALETTE}
      detail={detail}
      labelled={labelled}
      emphasised={emphasised}
      isTaking={isTaking && emphasised !== null}
      cards={cards}
    />
  )
}

/** Null where there is no card in question, or several on different curves. */
function curveLookedAt(editor: Editor, instanceId: string): string | null {
  const places = isPlacing(editor)
    ? landingsOf(editor).map((landing): { on: string; target: string } => ({
        on: landing.instanceId,
        target: landing.placement.target,
      }))
    : editor
        .getSelectedShapes()
        .filter(isCard)
        .map(({ props }) => ({ on: props.instanceId, target: props.target }))
  const targets = new Set(places.filter(({ on }) => on === instanceId).map(({ target }) => target))
  const [only] = targets
  return targets.size === 1 ? (CURVES.find(({ id }) => only === `curve:${id}`)?.id ?? null) : null
}
