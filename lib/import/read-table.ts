import Papa from 'papaparse'
import { findColumns, firstTextColumn, MOST_COLUMNS, type Columns } from './columns'

/** A pasted or uploaded text as rows of cells, with the meaning of its columns. */
export interface Table {
  /** The row that names the columns; null where there is none. It is not among `rows`. */
  readonly header: TableRow | null
  readonly columns: Columns
  readonly rows: readonly TableRow[]
}

/** `row` counts as a spreadsheet does: from 1, the header included. `fault` says why the row cannot be read. */
export interface TableRow {
  readonly row: number
  readonly cells: readonly string[]
  readonly fault?: string
}

const DELIMITERS = [',', ';', '\t', '|'] as const
/** Stands in no text, so it separates nothing. */
const NO_DELIMITER = '\u001f'

/**
 * Reads CSV, TSV or plain lines. A first row that names a known column is a header; without one, text with tabs or
 * with the same number of cells in every row is a table, and anything else is one title per line.
 */
export function readTable(text: string): Table {
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  return readWithHeader(plain) ?? readWithoutHeader(plain) ?? readLines(plain)
}

/** The same table, its first row taken as the header or as a row like the others; the columns are guessed anew. */
export function withHeader(table: Table, hasHeader: boolean): Table {
  const all = table.header ? [table.header, ...table.rows] : table.rows
  if (!hasHeader) return { header: null, columns: withTitle(new Map(), all), rows: all }
  const at = all.findIndex(({ cells }) => isFilled(cells))
  const header = all[at] ?? null
  const rows = all.slice(at + 1)
  return { header, columns: withTitle(findColumns(header?.cells ?? []), rows), rows }
}

/** How many columns a table has. */
export function widthOf({ header, rows }: Table): number {
  const widest = rows.reduce((most, { cells }) => Math.max(most, cells.length), header?.cells.length ?? 0)
  return Math.min(widest, MOST_COLUMNS)
}

/** Says whether any cell holds more than blanks. */
export function isFilled(cells: readonly string[]): boolean {
  return cells.some((cell) => cell.trim() !== '')
}

function readWithHeader(text: string): Table | null {
  const headerOf = (delimiter: string): Columns => findColumns(parse(text, delimiter, 1)[0]?.cells ?? [])
  const [best] = [...DELIMITERS]
    .map((delimiter) => ({ delimiter, columns: headerOf(delimiter) }))
    .sort((one, other) => other.columns.size - one.columns.size)
  if (!best || best.columns.size === 0) return null
  const isWide = (parse(text, best.delimiter, 1)[0]?.cells.length ?? 0) > 1
  // A list of one column is a list of titles: its first line is a header only where it says so.
  if (!isWide && !best.columns.has('title')) return null
  const [header = null, ...rows] = parse(text, isWide ? best.delimiter : NO_DELIMITER)
  return { header, columns: withTitle(best.columns, rows), rows }
}

function readWithoutHeader(text: string): Table | null {
  const delimiter = text.includes('\t') ? '\t' : DELIMITERS.find((each) => isTable(parse(text, each)))
  if (delimiter === undefined) return null
  const rows = parse(text, delimiter)
  return { header: null, columns: withTitle(new Map(), rows), rows }
}

/** Lines of prose have commas too, but with a blank after them and not the same number in each line. */
function isTable(rows: readonly TableRow[]): boolean {
  const full = rows.filter(({ cells }) => isFilled(cells))
  const width = full[0]?.cells.length ?? 0
  if (full.length < 2 || width < 2 || rows.some(({ fault }) => fault !== undefined)) return false
  return full.every(
    ({ cells }) => cells.length === width && !cells.slice(1).some((cell) => cell.startsWith(' ')),
  )
}

function readLines(text: string): Table {
  const rows = text.split('\n').map((line, at) => ({ row: at + 1, cells: [unquote(line.trim())] }))
  return { header: null, columns: new Map([['title', 0]]), rows }
}

function unquote(line: string): string {
  return /^"(?:[^"]|"")*"$/.test(line) ? line.slice(1, -1).replaceAll('""', '"') : line
}

function withTitle(columns: Columns, rows: readonly TableRow[]): Columns {
  if (columns.has('title')) return columns
  const title = firstTextColumn(rows.map(({ cells }) => cells).filter(isFilled), new Set(columns.values()))
  return new Map([...columns, ['title', title]])
}

function parse(text: string, delimiter: string, preview = 0): TableRow[] {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, newline: '\n', preview })
  const faults = new Map(errors.map((error) => [error.row, faultOf(error.code)]))
  return data.map((cells, at) => {
    const fault = faults.get(at)
    return { row: at + 1, cells, ...(fault === undefined ? {} : { fault }) }
  })
}

function faultOf(code: string): string {
  if (code === 'MissingQuotes') return 'Left out: a quotation mark is opened here and never closed.'
  return 'Left out: a quotation mark stands in the middle of a cell.'
}
