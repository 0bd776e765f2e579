import { wrapText, type MeasureText } from '../text/wrap-text'
import type { Curve } from './curve'
import { overlaps, type Box } from '../geometry/box'
import { marksOf } from './marks'

/** A mark on a curve, in px of the inner plot: where its tick stands and where its words end. */
export interface MarkLabel {
  readonly label: string
  readonly lines: readonly string[]
  readonly tick: { readonly x: number; readonly y: number }
  /** The right end of the last line's baseline. */
  readonly text: { readonly x: number; readonly y: number }
  /** The room the words take. */
  readonly room: Box
}

export const LABEL_LINE_PX = 14
const BRIEF_LINE_PX = 19
const WIDEST_PX = 104
const MOST_LINES = 3
const CLEAR_PX = 12
const EDGE_PX = 6
/** Words over others end so much further to the right: what leads to them passes there. */
const LEADER_PX = 6

/**
 * Finds room for the words of each mark. A curve never falls, so there is always room above it to the left; words
 * that would stand on others move up.
 */
export function placeMarkLabels(
  curve: Curve,
  box: { w: number; h: number },
  measure: MeasureText,
): MarkLabel[] {
  const wrap = { widthPx: WIDEST_PX, lines: MOST_LINES }
  const said = marksOf(curve).map(({ x, label }) => ({ x, label, lines: wrapText(label, wrap, measure) }))
  return placeLines(said, { curve, box, measure, linePx: LABEL_LINE_PX })
}

/** The same in few words, each on one line, for letters that are read from further away. */
export function placeBriefMarkLabels(
  curve: Curve,
  box: { w: number; h: number },
  measure: MeasureText,
): MarkLabel[] {
  const said = marksOf(curve).map(({ x, label, brief }) => ({ x, label, lines: [brief] }))
  return placeLines(said, { curve, box, measure, linePx: BRIEF_LINE_PX })
}

interface LinesGround {
  readonly curve: Curve
  readonly box: { readonly w: number; readonly h: number }
  readonly measure: MeasureText
  readonly linePx: number
}

function placeLines(
  said: readonly { readonly x: number; readonly label: string; readonly lines: readonly string[] }[],
  { curve, box, measure, linePx }: LinesGround,
): MarkLabel[] {
  let placed: MarkLabel[] = []
  for (const { x, label, lines } of said) {
    const size = { w: Math.max(...lines.map(measure)), h: lines.length * linePx }
    const tick = { x: x * box.w, y: (1 - curve.y(x)) * box.h }
    const wanted = Math.max(tick.x, size.w + EDGE_PX)
    let words = wordsAt(wanted, (1 - curve.y(Math.min(wanted / box.w, 1))) * box.h - CLEAR_PX, size)
    for (let other = under(words, placed); other; other = under(words, placed)) {
      words = wordsAt(Math.max(words.x + words.w, other.x + other.w + LEADER_PX), other.y - 2, size)
    }
    const bottom = Math.max(words.y + words.h, size.h)
    const right = Math.max(Math.min(words.x + words.w, leftOf(curve, box, bottom)), size.w + EDGE_PX)
    const room = wordsAt(right, bottom, size)
    // Where there is room for one of them only, it is the later one that says what to do.
    placed = placed.filter((other) => !overlaps(other.room, room))
    placed.push({ label, lines, tick, text: { x: right, y: bottom }, room })
  }
  return placed
}

function wordsAt(right: number, bottom: number, size: { w: number; h: number }): Box {
  return { x: right - size.w, y: bottom - size.h, ...size }
}

function under(words: Box, placed: readonly MarkLabel[]): Box | undefined {
  return placed.find(({ room }) => overlaps(room, words))?.room
}

/** The last px at which the curve still runs below a baseline, with some air between. */
function leftOf(curve: Curve, box: { w: number; h: number }, baselinePx: number): number {
  const height = (box.h - baselinePx - CLEAR_PX / 2) / box.h
  let last = 0
  for (const point of curve.points) if (point.y <= height) last = point.x
  return last * box.w - (last < 1 ? EDGE_PX : 0)
}
