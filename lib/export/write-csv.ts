/** What a spreadsheet would take for a formula, and what we wrote to prevent that. */
const FORMULA = /^'*[=+\-@\t\r]/
const NEEDS_QUOTES = /[",\r\n\t]|^\s|\s$/
/** Tells spreadsheets that the file is UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF'

/**
 * Writes rows as CSV with CRLF line ends and a byte order mark. A text that a spreadsheet would run as a formula gets
 * an apostrophe before it, which importing takes away again.
 */
export function writeCsv(rows: readonly (readonly (string | number | undefined)[])[]): string {
  return BYTE_ORDER_MARK + rows.map((row) => `${row.map(writeCell).join(',')}\r\n`).join('')
}

function writeCell(value: string | number | undefined): string {
  if (value === undefined || value === '') return ''
  if (typeof value === 'number') return String(value)
  const text = FORMULA.test(value) ? `'${value}` : value
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
