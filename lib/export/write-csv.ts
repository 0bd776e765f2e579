import { guardInside } from './guard-inside'

/** What a spreadsheet would take for a formula, in wide letters and behind what is not seen too, and what we wrote to prevent that. */
const FORMULA = /^'*[\p{Cf}\s]*[=+\-@＝＋－＠\t\r]/u
/** Spreadsheets pass over these, also before a formula, and a file with the first of them is no text to anybody. */
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g
const NEEDS_QUOTES = /[",;\r\n\t]|^\s|\s$/
/** Tells spreadsheets that the file is UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF'

export type CsvRow = readonly (string | number | undefined)[]

/**
 * Writes rows as CSV with CRLF line ends and a byte order mark. A text that a spreadsheet would run as a formula gets
 * an apostrophe before it, which importing takes away again; control characters are left out.
 */
export function writeCsv(rows: readonly CsvRow[]): string {
  return BYTE_ORDER_MARK + writeCsvRows(rows)
}

/** Writes further rows of the same CSV. */
export function writeCsvRows(rows: readonly CsvRow[]): string {
  return rows.map((row) => `${row.map(writeCell).join(',')}\r\n`).join('')
}

function writeCell(value: string | number | undefined): string {
  if (value === undefined || value === '') return ''
  if (typeof value === 'number') return String(value)
  const shown = value.replace(CONTROLS, '')
  const text = guardInside(FORMULA.test(shown) ? `'${shown}` : shown)
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
