/** Answers the width of a text in px in the font it will be drawn with. */
export type MeasureText = (text: string) => number

const ELLIPSIS = '…'

interface WrapBox {
  readonly widthPx: number
  readonly lines: number
  /** A word wider than a line is broken with a hyphen, and never before its last letters alone. */
  readonly hyphens?: boolean
}

/** Fewer letters than these do not stand on a line of their own. */
const LEAST_PART = 3

/** Breaks a text into at most so many lines of this width; what does not fit ends in an ellipsis. */
export function wrapText(text: string, box: WrapBox, measure: MeasureText): string[] {
  const words = text.split(/\s+/).filter((word) => word !== '')
  const lines: string[] = []
  let line = ''
  const breakLong = box.hyphens ? hyphenate : breakWord
  for (const word of words.flatMap((long) => breakLong(long, box.widthPx, measure))) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line === '' || measure(longer) <= box.widthPx) {
      line = longer
    } else {
      lines.push(line)
      line = word
    }
  }
  if (line !== '') lines.push(line)
  if (lines.length <= box.lines) return lines
  const shown = lines.slice(0, box.lines)
  const last = shown.length - 1
  shown[last] = cut(`${shown[last] ?? ''} ${lines[box.lines] ?? ''}`, box.widthPx, measure)
  return shown
}

/** The text on one line, cut with an ellipsis where it is too wide. */
export function ellipsize(text: string, widthPx: number, measure: MeasureText): string {
  return measure(text) <= widthPx ? text : cut(text, widthPx, measure)
}

/** The sentence on one line, without its last clauses where it is too wide, and cut where even the first is. */
export function fitClauses(sentence: string, widthPx: number, measure: MeasureText): string {
  if (measure(sentence) <= widthPx) return sentence
  const ends = [...sentence.matchAll(/[,;] /g)].map(({ index }) => index).reverse()
  const whole = ends.map((end) => sentence.slice(0, end)).find((part) => measure(part) <= widthPx)
  return whole ?? cut(sentence, widthPx, measure)
}

function cut(text: string, widthPx: number, measure: MeasureText): string {
  const characters = Array.from(text)
  while (characters.length > 0 && measure(characters.join('').trimEnd() + ELLIPSIS) > widthPx)
    characters.pop()
  return characters.join('').trimEnd() + ELLIPSIS
}

/** A word wider than a line is broken where the line ends, as a browser does with overflow-wrap. */
function breakWord(word: string, widthPx: number, measure: MeasureText): string[] {
  if (measure(word) <= widthPx) return [word]
  const parts: string[] = []
  let part = ''
  for (const character of word) {
    if (part !== '' && measure(part + character) > widthPx) {
      parts.push(part)
      part = ''
    }
    part += character
  }
  return [...parts, part]
}

function hyphenate(word: string, widthPx: number, measure: MeasureText): string[] {
  if (measure(word) <= widthPx) return [word]
  const letters = Array.from(word)
  const most = letters.findIndex((_letter, at) => measure(`${letters.slice(0, at + 1).join('')}-`) > widthPx)
  // Where not even a few letters and a hyphen fit, a hyphen takes room that is needed for letters.
  if (most < LEAST_PART || letters.length < 2 * LEAST_PART) return breakWord(word, widthPx, measure)
  const end = Math.min(most, letters.length - LEAST_PART)
  const rest = letters.slice(end).join('')
  return [`${letters.slice(0, end).join('')}-`, ...hyphenate(rest, widthPx, measure)]
}
