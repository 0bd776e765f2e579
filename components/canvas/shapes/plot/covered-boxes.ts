import { useEffect, useState } from 'react'
import { useEditor, type Editor } from 'tldraw'
import { sameJson } from '@/lib/board/units'
import type { Box } from '@/lib/geometry/box'
import { createSeldom } from '../../moving/board-map/seldom'
import { isLaneCard } from '../../people/lane-card'
import { coveredBy } from './covered-by'
import { plotFactsOf, templateOf } from './plot-facts'
import { isCard, type CurvePlotShape, type TemplateFrameShape } from '../shape-types'

/** One curve's own plot, or the paper with the plot that curves share. */
type PlotOfCards = CurvePlotShape | TemplateFrameShape

/** What is told beside the cards may follow them a little later: while one is carried, nothing is laid out anew. */
const EVERY_MS = 300

/** What cards and their points hide of a plot now, in px of its inner box; on a plot that curves share, those of all of them. */
export function coveredBoxes(editor: Editor, plot: PlotOfCards): readonly Box[] {
  const inner = innerOf(editor, plot)
  const left = { x: plot.x + inner.x, y: plot.y + inner.y }
  return editor.getCurrentPageShapes().flatMap((shape) => {
    if (!isCard(shape) || isLaneCard(shape.id)) return []
    const { props } = shape
    if (props.instanceId !== plot.props.instanceId || !stands(plot, props.target)) return []
    return coveredBy({ x: shape.x - left.x, y: shape.y - left.y, props })
  })
}

function innerOf(editor: Editor, plot: PlotOfCards): { readonly x: number; readonly y: number } {
  if (plot.type === 'curve-plot') return plotFactsOf(editor, plot.props).inner
  return templateOf(editor, plot.props.instanceId)?.overlay?.inner ?? { x: 0, y: 0 }
}

function stands(plot: PlotOfCards, target: string): boolean {
  return plot.type === 'curve-plot' ? target === `curve:${plot.props.curveId}` : target.startsWith('curve:')
}

/** The same for a drawing, read anew a few times a second at most; as last read while it has no words. */
export function useCoveredBoxes(plot: PlotOfCards, hasWords: boolean): readonly Box[] {
  const editor = useEditor()
  const [boxes, setBoxes] = useState(() => coveredBoxes(editor, plot))
  useEffect(() => {
    if (!hasWords) return
    const read = (): void => {
      const next = coveredBoxes(editor, plot)
      setBoxes((last) => (sameJson(last, next) ? last : next))
    }
    read()
    const reading = createSeldom(read, EVERY_MS)
    const stopShapes = editor.store.listen(reading.ask, { scope: 'document' })
    return () => {
      stopShapes()
      reading.stop()
    }
  }, [editor, plot, hasWords])
  return boxes
}
