import type { Box } from '@/lib/geometry/box'
import { measureIn } from '../measure-text'
import { ellipsize, wrapText } from '@/lib/text/wrap-text'
import type { Detail } from '@/lib/board/shapes/detail'

/** Larger letters begin nearer to the top: below them a heading stays apart from what it stands over. */
const LETTERS_PX = {
  full: { name: 28, nameAt: 28, prompt: 16, promptAt: 56 },
  large: { name: 36, nameAt: 28, prompt: 22, promptAt: 60 },
  title: { name: 52, nameAt: 44, prompt: 0, promptAt: 0 },
  block: { name: 52, nameAt: 44, prompt: 0, promptAt: 0 },
} as const
/** On a narrow screen, where a prompt takes two lines in the same room; and how wide these may be to be seen whole. */
const NARROW_LETTERS_PX = {
  full: { name: 24, nameAt: 20, prompt: 16, promptAt: 46, widthPx: 360 },
  large: { name: 28, nameAt: 21, prompt: 18, promptAt: 48, widthPx: 520 },
} as const
const NARROW_LINE_HEIGHT = 1.2
const LINE_HEIGHT = 1.5
/** So much of a letter's size it reaches below its line. */
const DESCENT = 0.25

/** A line of a heading: where its letters stand, px from the heading's top left corner. */
export interface HeadingLine {
  readonly kind: 'name' | 'prompt'
  readonly text: string
  readonly sizePx: number
  readonly baselinePx: number
}

/** What is written over a template at this detail, cut and broken to the width there is. */
export function headingLines(
  words: { readonly name: string; readonly lines: readonly string[] },
  room: { readonly widthPx: number; readonly isNarrow: boolean },
  detail: Detail,
): readonly HeadingLine[] {
  const letters = lettersFor(words.lines.length === 1 && room.isNarrow, detail)
  const { name, nameAt, prompt, promptAt, lineHeight } = letters
  const widthPx = Math.min(room.widthPx, letters.widthPx)
  const title = ellipsize(words.name, widthPx, measureOf('name', name))
  const lines = words.lines.length === 1 ? letters.linesOfOne : 2
  const measure = measureOf('prompt', prompt)
  const said = prompt > 0 ? words.lines.flatMap((line) => wrapText(line, { widthPx, lines }, measure)) : []
  return [
    { kind: 'name', text: title, sizePx: name, baselinePx: nameAt },
    ...said.map((text, at): HeadingLine => {
      return { kind: 'prompt', text, sizePx: prompt, baselinePx: promptAt + at * prompt * lineHeight }
    }),
  ]
}

/** How a heading is set at this detail; `linesOfOne`: how many a prompt of one line may be broken into. */
function lettersFor(isSqueezed: boolean, detail: Detail) {
  return isSqueezed && (detail === 'full' || detail === 'large')
    ? { ...NARROW_LETTERS_PX[detail], lineHeight: NARROW_LINE_HEIGHT, linesOfOne: 2 }
    : { ...LETTERS_PX[detail], widthPx: Infinity, lineHeight: LINE_HEIGHT, linesOfOne: 1 }
}

/** The room a line takes, px from the heading's top left corner. */
export function boxOfLine({ kind, text, sizePx, baselinePx }: HeadingLine): Box {
  return { x: 0, y: baselinePx - sizePx, w: measureOf(kind, sizePx)(text), h: sizePx * (1 + DESCENT) }
}

function measureOf(kind: HeadingLine['kind'], sizePx: number): (text: string) => number {
  return measureIn({ sizePx, weight: kind === 'name' ? 600 : 400 })
}
