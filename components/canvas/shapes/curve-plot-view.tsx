import { SVGContainer, useEditor, useValue } from 'tldraw'
import { landingsOf, isPlacing } from '../landing'
import { CurvePlotDrawing } from './curve-plot-drawing'
import { detailOf } from './detail'
import { PAGE_PALETTE } from './palette'
import { plotFactsOf } from './plot-facts'
import type { CurvePlotShape } from './shape-types'

const LABELS_FROM_ZOOM = 0.7

/** A plot on the page; it answers a dragged card by lighting its line. */
export function CurvePlotView({ shape }: { readonly shape: CurvePlotShape }): React.ReactNode {
  const editor = useEditor()
  const { instanceId, curveId } = shape.props
  const facts = useValue('plot facts', () => plotFactsOf(editor, shape.props), [editor, shape.props])
  const detail = useValue('detail', () => detailOf(editor), [editor])
  const labelled = useValue('labelled', () => editor.getZoomLevel() >= LABELS_FROM_ZOOM, [editor])
  const lit = useValue(
    'lit',
    () => {
      if (!isPlacing(editor)) return 'none'
      const takes = landingsOf(editor).some(
        (landing) => landing.instanceId === instanceId && landing.placement.target === `curve:${curveId}`,
      )
      return takes ? 'taking' : 'line'
    },
    [editor, instanceId, curveId],
  )
  return (
    <SVGContainer>
      <CurvePlotDrawing {...facts} palette={PAGE_PALETTE} detail={detail} labelled={labelled} lit={lit} />
    </SVGContainer>
  )
}
