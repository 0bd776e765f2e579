import { unguardInside } from '../export/guard-inside'
import { HTML_ELEMENTS } from './html-elements'

const COMMENT = /<!--[^<]*?-->/g
const TAG = /<\/?([a-zA-Z][a-zA-Z0-9]*)(?:[\s/][^<>]*)?>/g
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\s]+/g
/** Spreadsheets write an apostrophe before text that they would otherwise take for a formula. */
const GUARDED = /^'+[\p{Cf}\s]*[=+\-@＝＋－＠]/u
const LINE_END = /\r\n?|\n|\u2028|\u2029/
const BLANK_LINES = /\n{3,}/g

/** Takes the markup out that web pages and trackers leave in their cells; other words in angle brackets stay. */
export function withoutTags(cell: string): string {
  return cell
    .replace(COMMENT, ' ')
    .replace(TAG, (tag, name: string) => (HTML_ELEMENTS.has(name.toLowerCase()) ? ' ' : tag))
}

/** Turns one cell into plain text on one line: blanks joined, nothing evaluated. */
export function cleanText(cell: string): string {
  return unguard(unguardInside(cell).replace(UNSEEN, ' ').trim())
}

/** The same for a text of several lines, which stay; of blank lines in a row, one. */
export function cleanLines(cell: string): string {
  const lines = unguardInside(cell).split(LINE_END)
  const text = lines.map((line) => line.replace(UNSEEN, ' ').trim()).join('\n')
  return unguard(text.replace(BLANK_LINES, '\n\n').trim())
}

function unguard(text: string): string {
  return GUARDED.test(text) ? text.slice(1).trim() : text
}
