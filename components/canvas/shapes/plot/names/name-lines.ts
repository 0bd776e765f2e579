import { wrapText } from '@/lib/text/wrap-text'

/** A name longer than so many times its letters finds no room between the lines in one piece. */
const MOST_LETTERS_LONG = 12.5
/** Of a name that is parted, a line takes at most this share. */
const PART = 0.6
/** From one baseline to the next, as a share of the letters. */
export const NAME_LINE = 1.2

/** The name of a curve as it is written beside its line: long ones in two lines of about the same length. */
export function nameLines(name: string, letters: number, measure: (text: string) => number): string[] {
  const width = measure(name)
  return width <= MOST_LETTERS_LONG * letters
    ? [name]
    : wrapText(name, { widthPx: width * PART, lines: 2 }, measure)
}

/** The room that a name in these lines takes. */
export function nameSize(
  lines: readonly string[],
  letters: number,
  measure: (text: string) => number,
): { readonly w: number; readonly h: number } {
  const h = letters * (1 + (lines.length - 1) * NAME_LINE)
  return { w: Math.max(...lines.map(measure)), h }
}
