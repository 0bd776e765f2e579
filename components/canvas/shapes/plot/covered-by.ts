import type { CardProps } from '@/lib/board/shapes/card'
import { isThicket } from '@/lib/board/shapes/card'
import type { Box } from '@/lib/geometry/box'
import { stemStart } from '../card/card-face'

/** The disc that stands for a card on its line, and a little air. */
const POINT_PX = 7
/** The line between a card and its point is told in pieces about this long, each as wide as it is drawn with some air. */
const STEM_PX = { piece: 12, half: 2 } as const

interface StandingCard {
  readonly x: number
  readonly y: number
  readonly props: Pick<CardProps, 'w' | 'h' | 'x' | 'pinX' | 'pinY'>
}

/**
 * What a card hides of a plot: its box and, where it stands on a line, its point and what leads there; in whole px of what
 * its own place is told in.
 */
export function coveredBy({ x, y, props }: StandingCard): readonly Box[] {
  const box = { x: Math.round(x), y: Math.round(y), w: props.w, h: props.h }
  if (props.x === null) return [box]
  const [left, top] = [Math.round(x + props.pinX), Math.round(y + props.pinY)]
  const point = { x: left - POINT_PX, y: top - POINT_PX, w: 2 * POINT_PX, h: 2 * POINT_PX }
  // Among very many cards none is led to its point.
  return isThicket(props) ? [box, point] : [box, point, ...stemOf({ x, y, props })]
}

function stemOf({ x, y, props }: StandingCard): Box[] {
  const end = { x: props.pinX, y: props.pinY }
  const start = stemStart(props, end)
  const [dx, dy] = [end.x - start.x, end.y - start.y]
  const pieces = Math.ceil(Math.hypot(dx, dy) / STEM_PX.piece)
  return Array.from({ length: pieces }, (_, at) => {
    const [fromX, fromY] = [x + start.x + (dx * at) / pieces, y + start.y + (dy * at) / pieces]
    const { half } = STEM_PX
    return {
      x: Math.round(Math.min(fromX, fromX + dx / pieces)) - half,
      y: Math.round(Math.min(fromY, fromY + dy / pieces)),
      w: Math.round(Math.abs(dx) / pieces) + 2 * half,
      h: Math.ceil(Math.abs(dy) / pieces),
    }
  })
}
