import { SVGContainer, useEditor, useValue } from 'tldraw'
import { isWordy } from '@/lib/board/shapes/detail'
import { landingsOf, isPlacing } from '../../landing/landing'
import { useCoveredBoxes } from './covered-boxes'
import { CurvePlotDrawing } from './curve-plot-drawing'
import { detailOf } from '../detail'
import { PAGE_PALETTE } from '../palette'
import { plotFactsOf } from './plot-facts'
import type { CurvePlotShape } from '../shape-types'

/** Letters of 17 px are nearly ten px high on the screen from here on. */
const LABELS_FROM_ZOOM = 0.58

/** A plot on the page; it answers a dragged card by lighting its line. */
export function CurvePlotView({ shape }: { readonly shape: CurvePlotShape }): React.ReactNode {
  const editor = useEditor()
  const { instanceId, curveId } = shape.props
  const facts = useValue('plot facts', () => plotFactsOf(editor, shape.props), [editor, shape.props])
  const detail = useValue('detail', () => detailOf(editor), [editor])
  const labelled = useValue('labelled', () => editor.getZoomLevel() >= LABELS_FROM_ZOOM, [editor])
  const cards = useCoveredBoxes(shape, isWordy(detail))
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
      <CurvePlotDrawing {...facts} {...{ detail, labelled, cards, lit }} palette={PAGE_PALETTE} />
    </SVGContainer>
  )
}
