import type { CardProps } from '@/lib/board/shapes/card'
import type { Box } from '@/lib/geometry/box'
import type { Point } from '@/lib/geometry/point'
import { wrapText } from '@/lib/text/wrap-text'
import { measureIn } from '../measure-text'
import { CARD_FACE } from './card-face'

const { openW, paddingLeft, paddingRight, titleLine, titleSize } = CARD_FACE
const MOST_LINES = 12
/** What an open card holds above and below the lines of its title: its edges and what it reads. */
const AROUND_TITLE = 56

/**
 * Where a card lies that shows all of its title, px: at least as wide as words need, and moved to the left where its right
 * edge would be beyond `maxX`, as far as its own box reaches.
 */
export function openBox(
  { x, y }: Point,
  { props, title, maxX }: { props: Pick<CardProps, 'w' | 'h' | 'x' | 'pinY'>; title: string; maxX: number },
): Box {
  const { from, w } = openSpan({ x, w: props.w }, maxX)
  const measure = measureIn({ sizePx: titleSize, weight: 500 })
  const lines = wrapText(title, { widthPx: w - paddingLeft - paddingRight, lines: MOST_LINES }, measure)
  const h = Math.max(props.h, lines.length * titleLine + AROUND_TITLE)
  return { x: from, y: growsUp(props) ? y + props.h - h : y, w, h }
}

/** From where, and how wide, an open card lies: what is read of it for every picture while the canvas moves. */
export function openSpan(own: { x: number; w: number }, maxX: number): { from: number; w: number } {
  const w = Math.max(own.w, openW)
  const beyond = Math.max(0, own.x + w - maxX)
  return { from: own.x - Math.min(beyond, w - own.w), w }
}

/** Whether a card that opens grows upwards: its pin is below it. */
export function growsUp({ x, pinY, h }: Pick<CardProps, 'x' | 'pinY' | 'h'>): boolean {
  return x !== null && pinY >= h
}
