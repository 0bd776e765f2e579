import type { ImportRow } from '../board/operations/import'
import { INITIATIVE_LIMITS } from '../board/limits/initiative-limits'
import type { InitiativeId } from '../ids'
import { err, ok, type Result } from '../result'
import { LIMITS } from '../sync/limits'
import { utf8Length } from '../text/utf8-length'
import { cleanText, withoutTags } from './clean-text'
import { isOurs, type ColumnRole, type Columns } from './columns'
import { isFilled, readTable, type Table, type TableRow } from './read-table'
import { readEffort, readLinks, readName, readSummary, readTags, type FieldReading } from './row-fields'

/** One row that can become an initiative. */
export interface RowDraft extends ImportRow {
  /** As a spreadsheet counts: from 1, the header included. */
  readonly row: number
}

/** What was left out and why: the whole row where `field` is row, title, external_key or contour_id, else that field. */
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
/** The form of the ids Contour makes; any other is a stranger's. */
const OWN_ID = /^[A-Za-z0-9_-]{22}$/

/**
 * Reads initiatives out of CSV, TSV or pasted lines; cells become plain text and are never evaluated. Fails as a whole
 * only where there is nothing to read or too much, with a sentence for the person.
 */
export function parseRows(text: string): Result<ParsedRows, string> {
  const table = parseTable(text)
  return table.ok ? ok(draftRows(table.value)) : table
}

/** Reads a table out of CSV, TSV or pasted lines, with a guess of what its columns mean; fails as `parseRows` does. */
export function parseTable(text: string): Result<Table, string> {
  if (utf8Length(text) > LIMITS.IMPORT_BYTES)
    return err('This list is larger than 5 MB. Split it and import the parts.')
  if (hasMoreLines(text, MOST_LINES))
    return err('This list has more than 100,000 lines. Take the blank ones out, or split it.')
  const table = readTable(text)
  const filled = table.rows.filter(isWorthReading).length
  if (filled === 0) return err('There are no rows in this list, or only the names of its columns.')
  if (filled > LIMITS.IMPORT_ROWS) {
    const [found, most] = [filled, LIMITS.IMPORT_ROWS].map((count) => count.toLocaleString('en-US'))
    return err(`This list has ${found} rows, and at most ${most} fit. Split it and import the parts.`)
  }
  return ok(table)
}

/** Makes initiatives of the rows of a table, by what its columns mean. */
export function draftRows({ columns, rows }: Pick<Table, 'columns' | 'rows'>): ParsedRows {
  const seen: Seen = { keys: new Map(), ids: new Map() }
  const parts = rows.filter(isWorthReading).map((row) => toPart(row, columns, seen))
  return {
    drafts: parts.flatMap(({ draft }) => (draft ? [draft] : [])),
    rejected: parts.flatMap(({ rejected }) => rejected),
  }
}

function isWorthReading({ cells, fault }: TableRow): boolean {
  return fault !== undefined || isFilled(cells)
}

function hasMoreLines(text: string, most: number): boolean {
  const ends = text.matchAll(/\r\n|\n|\r/g)
  for (let lines = 0; !ends.next().done; lines++) if (lines >= most) return true
  return false
}

/** In which row a key or an id stood first. */
interface Seen {
  readonly keys: Map<string, number>
  readonly ids: Map<string, number>
}

interface Part {
  readonly draft: RowDraft | null
  readonly rejected: readonly RejectedRow[]
}

function toPart({ row, cells, fault }: TableRow, columns: Columns, seen: Seen): Part {
  const cell = (role: ColumnRole): string => {
    const text = cells[columns.get(role) ?? -1] ?? ''
    return isOurs(columns) ? text : withoutTags(text)
  }
  const [title, externalKey, id] = [cell('title'), cell('externalKey'), cell('id')].map(cleanText) as Identity
  const refused =
    fault === undefined
      ? refusalOf(row, [title, externalKey, id], seen)
      : { row, field: 'row', reason: fault }
  if (refused) return { draft: null, rejected: [refused] }
  if (externalKey !== '') seen.keys.set(externalKey, row)
  if (id !== '') seen.ids.set(id, row)
  const fields = {
    summary: readSummary(cell('summary')),
    team: readName(cell('team')),
    owner: readName(cell('owner')),
    effort: readEffort(cell('effort'), isOurs(columns)),
    tags: readTags(cell('tags')),
    links: readLinks(cell('links')),
  }
  const draft = {
    row,
    title,
    ...(externalKey === '' ? {} : { externalKey }),
    ...(OWN_ID.test(id) ? { id: id as InitiativeId } : {}),
    ...keptOf(fields),
  }
  return { draft, rejected: reasonsOf(row, fields) }
}

type Identity = [title: string, externalKey: string, id: string]

function refusalOf(row: number, [title, externalKey, id]: Identity, seen: Seen): RejectedRow | null {
  const no = (field: string, reason: string): RejectedRow => ({ row, field, reason })
  if (title === '') return no('title', 'Left out: there is no title.')
  if (title.length > LIMITS.TITLE_CHARACTERS) {
    return no('title', `Left out: the title is longer than ${LIMITS.TITLE_CHARACTERS} characters.`)
  }
  const most = INITIATIVE_LIMITS.NAME_CHARACTERS
  if (externalKey.length > most)
    return no('external_key', `Left out: the key is longer than ${most} characters.`)
  const first = seen.keys.get(externalKey)
  if (first !== undefined)
    return no('external_key', `Left out: row ${first} has the same key, ${externalKey}.`)
  const same = seen.ids.get(id)
  return same === undefined ? null : no('contour_id', `Left out: row ${same} has the same Contour id.`)
}

type Fields = { readonly [Name in keyof RowDraft]?: FieldReading<RowDraft[Name]> }

function keptOf(fields: Fields): Partial<RowDraft> {
  const kept = Object.entries(fields).flatMap(([name, { kept: value }]) =>
    value === undefined ? [] : [[name, value] as const],
  )
  return Object.fromEntries(kept)
}

function reasonsOf(row: number, fields: Fields): RejectedRow[] {
  return Object.entries(fields).flatMap(([field, { reason }]) =>
    reason === undefined ? [] : [{ row, field, reason }],
  )
}
