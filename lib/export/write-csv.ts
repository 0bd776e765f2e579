import type { Initiative } from '../board/layout'

/** What a spreadsheet would take for a formula, and what we wrote to prevent that. */
const FORMULA = /^'*[=+\-@\t\r]/
const NEEDS_QUOTES = /[",\r\n\t]|^\s|\s$|^$/
/** Tells spreadsheets that the file is UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF'
const HEADER = ['external_key', 'title', 'team', 'owner', 'effort', 'summary']

/**
 * Writes rows as CSV with CRLF line ends and a byte order mark. A text that a spreadsheet would run as a formula gets
 * an apostrophe before it, which importing takes away again.
 */
export function writeCsv(rows: readonly (readonly (string | number | undefined)[])[]): string {
  return BYTE_ORDER_MARK + rows.map((row) => `${row.map(writeCell).join(',')}\r\n`).join('')
}

/** Writes initiatives as a CSV that can be imported again; effort is in person-weeks. */
export function writeInitiativesCsv(initiatives: readonly Initiative[]): string {
  const rows = initiatives.map((initiative) => [
    ...[initiative.externalKey, initiative.title, initiative.team],
    ...[initiative.owner, initiative.effort, initiative.summary],
  ])
  return writeCsv([HEADER, ...rows])
}

function writeCell(value: string | number | undefined): string {
  if (value === undefined) return ''
  if (typeof value === 'number') return String(value)
  const text = FORMULA.test(value) ? `'${value}` : value
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
