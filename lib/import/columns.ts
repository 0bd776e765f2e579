/** What a column of a spreadsheet may mean to us, in the order in which columns are looked for. */
export const COLUMN_ROLES = [
  'id',
  'title',
  'externalKey',
  'summary',
  'team',
  'owner',
  'effort',
  'tags',
  'links',
] as const
export type ColumnRole = (typeof COLUMN_ROLES)[number]

/** Header names by role, best first, in the form of `normalise`. */
const NAMES: Readonly<Record<ColumnRole, readonly string[]>> = {
  id: ['contourid'],
  title: [
    ...['title', 'titel', 'initiative', 'name', 'summary', 'headline', 'subject', 'feature', 'epic'],
    ...['bezeichnung', 'vorhaben', 'thema', 'item', 'task', 'idea', 'story'],
  ],
  externalKey: ['externalkey', 'key', 'id', 'issuekey', 'externalid', 'ticket', 'schluessel', 'schlüssel'],
  summary: [
    ...['summary', 'description', 'details', 'notes', 'abstract'],
    ...['beschreibung', 'zusammenfassung', 'notizen', 'kurzbeschreibung'],
  ],
  team: ['team', 'squad', 'owningteam', 'group', 'gruppe'],
  owner: ['owner', 'who', 'assignee', 'lead', 'responsible', 'verantwortlich', 'verantwortliche', 'besitzer'],
  effort: [
    ...['effort', 'personweeks', 'effortpersonweeks', 'effortinpersonweeks', 'effortweeks', 'effortinweeks'],
    ...['weeks', 'aufwand', 'personenwochen'],
  ],
  tags: ['tags', 'tag', 'labels', 'label', 'keywords', 'schlagworte', 'schlagwörter', 'stichworte'],
  links: ['links', 'link', 'url', 'urls', 'website', 'adresse'],
}
/** A table is read this far to the right: no list of initiatives is wider. */
export const MOST_COLUMNS = 200

/** Which column plays which role. */
export type Columns = ReadonlyMap<ColumnRole, number>

/** Says whether an export of ours wrote the table: what stands in it is what people wrote, and nothing is markup. */
export function isOurs(columns: Columns): boolean {
  return columns.has('id')
}

/** Finds the roles that the cells of a header name; empty where it names none and thus is no header. */
export function findColumns(header: readonly string[]): Columns {
  const cells = header.slice(0, MOST_COLUMNS).map(normalise)
  const columns = new Map<ColumnRole, number>()
  const taken = new Set<number>()
  for (const role of COLUMN_ROLES) {
    const places = NAMES[role].map((known) => cells.indexOf(known))
    const at = places.find((place) => place >= 0 && !taken.has(place))
    if (at === undefined) continue
    columns.set(role, at)
    taken.add(at)
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
