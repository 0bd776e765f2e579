import { splitAtJoints } from './word-joints'

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

/** What stays together on a line, and what stands between it and what is before it on the same line. */
interface Part {
  readonly text: string
  readonly space: '' | ' '
}

/** Breaks a text into at most so many lines of this width; what does not fit ends in an ellipsis. */
export function wrapText(text: string, box: WrapBox, measure: MeasureText): string[] {
  const lines: Part[] = []
  const breakLong = box.hyphens ? hyphenate : breakWord
  for (const { text: long, space } of partsOf(text))
    breakLong(long, box.widthPx, measure).forEach((word, at) => {
      const line = lines.at(-1)
      const part: Part = { text: word, space: at === 0 ? space : '' }
      if (line && at === 0 && measure(joined(line, part)) <= box.widthPx)
        lines[lines.length - 1] = { ...line, text: joined(line, part) }
      else lines.push(part)
    })
  if (lines.length <= box.lines) return lines.map((line) => line.text)
  const shown = lines.slice(0, box.lines)
  const [last, next] = [shown.pop(), lines[box.lines]]
  if (last && next) shown.push({ ...last, text: cut(joined(last, next), box.widthPx, measure) })
  return shown.map((line) => line.text)
}

function partsOf(text: string): Part[] {
  const words = text.split(/\s+/).filter((word) => word !== '')
  return words.flatMap((word) =>
    splitAtJoints(word).map((part, at): Part => ({ text: part, space: at === 0 ? ' ' : '' })),
  )
}

const joined = (line: Part, { text, space }: Part): string => line.text + space + text

/** Says whether each word of a text, and each part of it that may begin a line, stands whole in a line of this width. */
export function fitsUnbroken(text: string, widthPx: number, measure: MeasureText): boolean {
  return partsOf(text).every((part) => measure(part.text) <= widthPx)
}

/** The text on one line, cut with an ellipsis where it is too wide. */
export function ellipsize(text: string, widthPx: number, measure: MeasureText): string {
  return measure(text) <= widthPx ? text : cut(text, widthPx, measure)
}

/** The sentence on one line, without its last clauses where it is too wide but with its stop; cut where even the first is. */
export function fitClauses(sentence: string, widthPx: number, measure: MeasureText): string {
  if (measure(sentence) <= widthPx) return sentence
  const ends = [...sentence.matchAll(/[,;] /g)].map(({ index }) => index).reverse()
  const stop = sentence.endsWith('.') ? '.' : ''
  const whole = ends.map((end) => sentence.slice(0, end) + stop).find((part) => measure(part) <= widthPx)
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
