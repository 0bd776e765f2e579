/** What a column of a spreadsheet may mean to us. */
export type ColumnRole = 'title' | 'externalKey' | 'team' | 'owner' | 'effort'

/** Header names by role, best first, in the form of `normalise`. */
const NAMES: Readonly<Record<ColumnRole, readonly string[]>> = {
  title: [
    ...['title', 'titel', 'initiative', 'name', 'summary', 'headline', 'subject', 'feature', 'epic'],
    ...['bezeichnung', 'vorhaben', 'thema', 'item', 'task', 'idea', 'story'],
  ],
  externalKey: ['externalkey', 'key', 'id', 'issuekey', 'externalid', 'ticket', 'schluessel', 'schlüssel'],
  team: ['team', 'squad', 'owningteam', 'group', 'gruppe'],
  owner: ['owner', 'assignee', 'lead', 'responsible', 'verantwortlich', 'verantwortliche', 'besitzer'],
  effort: ['effort', 'personweeks', 'effortpersonweeks', 'effortweeks', 'weeks', 'aufwand', 'personenwochen'],
}
/** A table is read this far to the right: no list of initiatives is wider. */
const MOST_COLUMNS = 200
const ROLES = Object.keys(NAMES) as ColumnRole[]

/** Which column plays which role. */
export type Columns = ReadonlyMap<ColumnRole, number>

/** Finds the roles that the cells of a header name; empty where it names none and thus is no header. */
export function findColumns(header: readonly string[]): Columns {
  const cells = header.slice(0, MOST_COLUMNS).map(normalise)
  const columns = new Map<ColumnRole, number>()
  for (const role of ROLES) {
    const name = NAMES[role].find((known) => cells.includes(known))
    if (name !== undefined) columns.set(role, cells.indexOf(name))
  }
  return columns
}

/** The first column that holds words in most rows and plays no role yet; 0 where none does. */
export function firstTextColumn(rows: readonly (readonly string[])[], taken: ReadonlySet<number>): number {
  const widest = rows.reduce((most, row) => Math.max(most, row.length), 0)
  const width = Math.min(widest, MOST_COLUMNS)
  const places = Array.from({ length: width }, (_, at) => at).filter((at) => !taken.has(at))
  const holds = (at: number, test: RegExp): boolean =>
    rows.filter((row) => test.test(row[at] ?? '')).length * 2 > rows.length
  const words = places.find((at) => holds(at, /\p{L}/u) && !holds(at, /^\s*[A-Za-z]*[-_ ]?\d+\s*$/))
  return words ?? places.find((at) => holds(at, /\p{L}/u)) ?? places[0] ?? 0
}

function normalise(cell: string): string {
  return cell.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}
