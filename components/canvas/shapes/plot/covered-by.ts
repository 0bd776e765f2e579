import type { CardProps } from '@/lib/board/shapes/card'
import type { Box } from '@/lib/geometry/box'

/** The disc that stands for a card on its line, and a little air. */
const POINT_PX = 7

interface StandingCard {
  readonly x: number
  readonly y: number
  readonly props: Pick<CardProps, 'w' | 'h' | 'x' | 'pinX' | 'pinY'>
}

/** What a card hides of a plot: its box and, where it stands on a line, its point; in whole px of what its own place is told in. */
export function coveredBy({ x, y, props }: StandingCard): readonly Box[] {
  const box = { x: Math.round(x), y: Math.round(y), w: props.w, h: props.h }
  if (props.x === null) return [box]
  const [left, top] = [Math.round(x + props.pinX), Math.round(y + props.pinY)]
  return [box, { x: left - POINT_PX, y: top - POINT_PX, w: 2 * POINT_PX, h: 2 * POINT_PX }]
}
