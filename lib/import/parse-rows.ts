import { err, ok, type Result } from '../result'
import { LIMITS } from '../sync/limits'
import { cleanText } from './clean-text'
import type { ColumnRole, Columns } from './columns'
import { readTable, type TableRow } from './read-table'

/** One row that can become an initiative. `effort` is in person-weeks. */
export interface RowDraft {
  /** As a spreadsheet counts: from 1, the header included. */
  readonly row: number
  readonly title: string
  readonly externalKey?: string
  readonly team?: string
  readonly owner?: string
  readonly effort?: number
}

/** What was left out and why: the whole row where `field` is row, title or external_key, else only that field. */
export interface RejectedRow {
  readonly row: number
  readonly field: string
  readonly reason: string
}

export interface ParsedRows {
  readonly drafts: readonly RowDraft[]
  readonly rejected: readonly RejectedRow[]
}

/** Blank lines are passed over, but not without end: five million of them take seconds. */
const MOST_LINES = 100_000
const FIELD_CHARACTERS = 120
const MOST_EFFORT = 1_000_000
const NUMBER = /^\d+([.,]\d+)?$/

type Part = { draft: RowDraft; rejected: RejectedRow[] } | { draft: null; rejected: RejectedRow[] }

/**
 * Reads initiatives out of CSV, TSV or pasted lines; cells become plain text and are never evaluated. Fails as a whole
 * only where there is nothing to read or too much, with a sentence for the person.
 */
export function parseRows(text: string): Result<ParsedRows, string> {
  if (text.length > LIMITS.IMPORT_BYTES)
    return err('This list is larger than 5 MB. Split it and import the parts.')
  if (hasMoreLines(text, MOST_LINES))
    return err('This list has more than 100,000 lines. Take the blank ones out, or split it.')
  const { columns, rows } = readTable(text)
  const filled = rows.filter(
    ({ cells, fault }) => fault !== undefined || cells.some((cell) => cell.trim() !== ''),
  )
  if (filled.length === 0) return err('There are no rows in this list.')
  if (filled.length > LIMITS.IMPORT_ROWS) {
    const [found, most] = [filled.length, LIMITS.IMPORT_ROWS].map((count) => count.toLocaleString('en-US'))
    return err(`This list has ${found} rows, and at most ${most} fit. Split it and import the parts.`)
  }
  const seen = new Map<string, number>()
  const parts = filled.map((row) => toPart(row, columns, seen))
  return ok({
    drafts: parts.flatMap(({ draft }) => (draft ? [draft] : [])),
    rejected: parts.flatMap(({ rejected }) => rejected),
  })
}

function hasMoreLines(text: string, most: number): boolean {
  const ends = text.matchAll(/\r\n|\n|\r/g)
  for (let lines = 0; !ends.next().done; lines++) if (lines >= most) return true
  return false
}

function toPart({ row, cells, fault }: TableRow, columns: Columns, seen: Map<string, number>): Part {
  const cell = (role: ColumnRole): string => cleanText(cells[columns.get(role) ?? -1] ?? '')
  const [title, externalKey] = [cell('title'), cell('externalKey')]
  const refused =
    fault === undefined ? refusalOf(row, title, { externalKey, seen }) : { row, field: 'row', reason: fault }
  if (refused) return { draft: null, rejected: [refused] }
  if (externalKey !== '') seen.set(externalKey, row)
  const extras = [
    shortText(row, 'team', cell('team')),
    shortText(row, 'owner', cell('owner')),
    effortOf(row, cell('effort')),
  ]
  const key = externalKey === '' ? {} : { externalKey }
  const draft = extras.reduce<RowDraft>((whole, { kept }) => ({ ...whole, ...kept }), { row, title, ...key })
  return { draft, rejected: extras.flatMap(({ rejected }) => rejected ?? []) }
}

function refusalOf(
  row: number,
  title: string,
  { externalKey, seen }: { externalKey: string; seen: ReadonlyMap<string, number> },
): RejectedRow | null {
  const no = (field: string, reason: string): RejectedRow => ({ row, field, reason })
  if (title === '') return no('title', 'There is no title.')
  if (title.length > LIMITS.TITLE_CHARACTERS) {
    return no('title', `The title has ${title.length} characters; ${LIMITS.TITLE_CHARACTERS} fit.`)
  }
  if (externalKey.length > FIELD_CHARACTERS)
    return no('external_key', `The key is longer than ${FIELD_CHARACTERS} characters.`)
  const first = seen.get(externalKey)
  return first === undefined ? null : no('external_key', `Row ${first} has the same key, ${externalKey}.`)
}

interface Extra {
  readonly kept?: Partial<RowDraft>
  readonly rejected?: RejectedRow
}

function shortText(row: number, field: 'team' | 'owner', text: string): Extra {
  if (text === '') return {}
  if (text.length <= FIELD_CHARACTERS) return { kept: { [field]: text } }
  return { rejected: { row, field, reason: `Left out: it is longer than ${FIELD_CHARACTERS} characters.` } }
}

function effortOf(row: number, text: string): Extra {
  if (text === '') return {}
  const effort = NUMBER.test(text) ? Number(text.replace(',', '.')) : NaN
  if (effort <= MOST_EFFORT) return { kept: { effort } }
  return { rejected: { row, field: 'effort', reason: 'Left out: it is no number of person-weeks.' } }
}
