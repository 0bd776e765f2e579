import { wrapText, type MeasureText } from '../wrap-text'
import type { Curve } from './curve'
import { marksOf } from './marks'

/** A mark on a curve, in px of the inner plot: where its tick stands and where its words end. */
export interface MarkLabel {
  readonly label: string
  readonly lines: readonly string[]
  readonly tick: { readonly x: number; readonly y: number }
  /** The right end of the last line's baseline. */
  readonly text: { readonly x: number; readonly y: number }
}

export const LABEL_LINE_PX = 14
const WIDEST_PX = 104
const MOST_LINES = 3
const CLEAR_PX = 12
const EDGE_PX = 6

interface Words {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/**
 * Finds room for the words of each mark. A curve never falls, so there is always room above it to the left; words
 * that would stand on others move up.
 */
export function placeMarkLabels(
  curve: Curve,
  box: { w: number; h: number },
  measure: MeasureText,
): MarkLabel[] {
  const placed: Words[] = []
  return marksOf(curve).map(({ x, label }) => {
    const lines = wrapText(label, { widthPx: WIDEST_PX, lines: MOST_LINES }, measure)
    const size = { w: Math.max(...lines.map(measure)), h: lines.length * LABEL_LINE_PX }
    const tick = { x: x * box.w, y: (1 - curve.y(x)) * box.h }
    const wanted = Math.max(tick.x, size.w + EDGE_PX)
    let words = wordsAt(wanted, (1 - curve.y(Math.min(wanted / box.w, 1))) * box.h - CLEAR_PX, size)
    for (let other = under(words, placed); other; other = under(words, placed)) {
      words = wordsAt(words.right, other.top - 2, size)
    }
    const bottom = Math.max(words.bottom, size.h)
    const right = Math.max(Math.min(words.right, leftOf(curve, box, bottom)), size.w + EDGE_PX)
    placed.push(wordsAt(right, bottom, size))
    return { label, lines, tick, text: { x: right, y: bottom } }
  })
}

function wordsAt(right: number, bottom: number, size: { w: number; h: number }): Words {
  return { left: right - size.w, right, top: bottom - size.h, bottom }
}

function under(words: Words, placed: readonly Words[]): Words | undefined {
  return placed.find(
    (other) =>
      other.right > words.left &&
      other.left < words.right &&
      other.bottom > words.top &&
      other.top < words.bottom,
  )
}

/** The last px at which the curve still runs below a baseline, with some air between. */
function leftOf(curve: Curve, box: { w: number; h: number }, baselinePx: number): number {
  const height = (box.h - baselinePx - CLEAR_PX / 2) / box.h
  let last = 0
  for (const point of curve.points) if (point.y <= height) last = point.x
  return last * box.w - (last < 1 ? EDGE_PX : 0)
}
