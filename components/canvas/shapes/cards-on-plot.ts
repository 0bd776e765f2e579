import { useEffect, useState } from 'react'
import { useEditor, type Editor } from 'tldraw'
import { sameJson } from '@/lib/board/units'
import type { Box } from '@/lib/templates/template'
import { createSeldom } from '../moving/seldom'
import { isLaneCard } from '../people/lane-card'
import { plotFactsOf } from './plot/plot-facts'
import { isCard, type CurvePlotShape } from './shape-types'

/** What is told beside the cards may follow them a little later: while one is carried, nothing is laid out anew. */
const EVERY_MS = 300

/** Where cards stand on a plot now, in px of its inner box. */
export function cardsOnPlot(editor: Editor, plot: CurvePlotShape): readonly Box[] {
  const { inner } = plotFactsOf(editor, plot.props)
  const target = `curve:${plot.props.curveId}`
  const left = { x: plot.x + inner.x, y: plot.y + inner.y }
  return editor.getCurrentPageShapes().flatMap((shape) => {
    if (!isCard(shape) || isLaneCard(shape.id)) return []
    const { props } = shape
    if (props.target !== target || props.instanceId !== plot.props.instanceId) return []
    return [{ x: Math.round(shape.x - left.x), y: Math.round(shape.y - left.y), w: props.w, h: props.h }]
  })
}

/** The same for a drawing, read anew a few times a second at most; as last read while it has no words. */
export function useCardsOnPlot(plot: CurvePlotShape, hasWords: boolean): readonly Box[] {
  const editor = useEditor()
  const [cards, setCards] = useState(() => cardsOnPlot(editor, plot))
  useEffect(() => {
    if (!hasWords) return
    const read = (): void => {
      const next = cardsOnPlot(editor, plot)
      setCards((last) => (sameJson(last, next) ? last : next))
    }
    read()
    const reading = createSeldom(read, EVERY_MS)
    const stopShapes = editor.store.listen(reading.ask, { scope: 'document' })
    return () => {
      stopShapes()
      reading.stop()
    }
  }, [editor, plot, hasWords])
  return cards
}
