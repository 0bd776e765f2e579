import { quantile } from '../support/figure'
import { round, toMarkdown } from '../support/table'
import { CONTESTANTS } from './contestants'
import { LOAD_FIGURE, type ColumnId, type Facts, type FigureKind, type Scenario } from './scenario'

/** Above this share of a core, in %, the load process would measure itself. */
const MOST_LOAD = 80
/** So much more than the best peer is as good as level: one round differs from the next by more. */
const LEVEL_TIMES = 1.1

/** One figure of one column over the rounds. */
interface Cell {
  readonly median: number | null
  readonly rounds: readonly (number | null)[]
  /** Nothing that was waited for came while it was measured. */
  readonly isNever: boolean
  /** The load process was too busy for this number to count. */
  readonly isMarked: boolean
}

interface Row {
  readonly figure: FigureKind
  readonly cells: Readonly<Partial<Record<ColumnId, Cell>>>
  /** Ours to the best peer; null where there is nothing to compare. */
  readonly toBest: { readonly peer: ColumnId; readonly times: number } | null
}

/** What a scenario came to. */
export interface Summary {
  readonly title: string
  readonly columns: readonly ColumnId[]
  readonly rows: readonly Row[]
  readonly failures: readonly string[]
}

/** Takes the medians of the rounds; a trial that failed is a sentence instead of facts. */
export function summarise(
  { title, figures }: Scenario,
  results: ReadonlyMap<ColumnId, readonly (Facts | string)[]>,
): Summary {
  const columns = [...results.keys()]
  const failures = [...results].flatMap(([column, each]) =>
    each.filter((result) => typeof result === 'string').map((problem) => `${labelOf(column)} ${problem}`),
  )
  const rows = [...figures, LOAD_FIGURE].map((figure): Row => {
    const cells = Object.fromEntries(
      [...results].map(([column, each]) => [column, toCell(figure, each.filter(isFacts))]),
    ) as Row['cells']
    return { figure, cells, toBest: compare(figure, cells) }
  })
  return { title, columns, rows, failures }
}

/** Writes a summary as a Markdown table. */
export function toComparison({ title, columns, rows, failures }: Summary): string {
  const head = ['Figure', 'Bar', ...columns.map(labelOf), 'To the best peer', '']
  const body = rows.map((row) => [
    row.figure.unit === '' ? row.figure.name : `${row.figure.name}, ${row.figure.unit}`,
    row.figure.bar === undefined ? '' : String(row.figure.bar),
    ...columns.map((column) => toText(row.cells[column])),
    row.toBest === null ? '' : toRatio(row.toBest.times),
    verdict(row),
  ])
  const marked = rows.some(({ cells }) => Object.values(cells).some((cell) => cell.isMarked))
  const note = marked
    ? ['`*`: the load process took more than 80 % of a core, the number counts for nothing.']
    : []
  return [`**${title}**`, '', toMarkdown([head, ...body]), ...note, ...failures].join('\n')
}

/** One sentence for each bar that was missed and each figure in which a peer is ahead. */
export function verdictsOf({ title, rows, failures }: Summary): string[] {
  const scenario = title.split(',')[0] ?? ''
  const ours = rows.flatMap((row) => {
    const said = verdict(row)
    return said.includes('missed') || said.includes('behind')
      ? [`${scenario}, ${row.figure.name}: ${said}`]
      : []
  })
  return [
    ...ours,
    ...failures.filter((line) => line.startsWith('Contour')).map((line) => `${scenario}: ${line}`),
  ]
}

/**
 * One sentence for each bar of which it is not known whether it is held, as the load process was too busy while it was
 * measured.
 */
export function uncountedIn({ title, rows }: Summary): string[] {
  const scenario = title.split(',')[0] ?? ''
  return rows
    .filter(({ figure, cells }) => figure.bar !== undefined && cells.contour?.isMarked)
    .map(({ figure }) => `${scenario}, ${figure.name}`)
}

function verdict(row: Row): string {
  const toPeers = row.toBest === null ? [] : [wordsOf(row.toBest)]
  return [...wordsOfBar(row), ...toPeers].join(', ')
}

function wordsOfBar({ figure, cells }: Row): string[] {
  const value = countedValue(cells.contour)
  if (figure.bar !== undefined && cells.contour?.isMarked) return ['not counted']
  if (figure.bar === undefined || (value === null && !cells.contour?.isNever)) return []
  return [value !== null && value <= figure.bar ? 'held' : 'missed']
}

function wordsOf({ peer, times }: NonNullable<Row['toBest']>): string {
  return times <= LEVEL_TIMES ? 'level or better' : `behind ${labelOf(peer)}`
}

function compare({ isCondition }: FigureKind, cells: Row['cells']): Row['toBest'] {
  const ours = countedValue(cells.contour)
  if (isCondition || ours === null) return null
  const best = (Object.entries(cells) as [ColumnId, Cell][])
    .filter(([column]) => !column.startsWith('contour'))
    .flatMap(([peer, { median }]) => (median === null ? [] : [{ peer, value: median }]))
    .sort((one, other) => one.value - other.value)[0]
  // Where both are nothing, they are level.
  return best ? { peer: best.peer, times: ours === best.value ? 1 : ours / best.value } : null
}

/** The median of ours, where it counts. */
function countedValue(cell: Cell | undefined): number | null {
  return !cell || cell.isMarked ? null : cell.median
}

function toCell({ id }: FigureKind, facts: readonly Facts[]): Cell {
  const rounds = facts.map((each) => each[id] ?? null)
  const numbers = rounds.filter((value): value is number => value !== null && !Number.isNaN(value))
  const load = facts.map((each) => each[LOAD_FIGURE.id] ?? 0)
  return {
    median: numbers.length === 0 ? null : quantile(numbers, 0.5),
    rounds,
    isNever: numbers.length === 0 && rounds.some((value) => value !== null),
    isMarked: id !== LOAD_FIGURE.id && load.length > 0 && quantile(load, 0.5) > MOST_LOAD,
  }
}

function toText(cell: Cell | undefined): string {
  if (!cell || cell.median === null) return cell?.isNever ? 'never' : '-'
  return `${round(cell.median)}${cell.isMarked ? ' *' : ''}`
}

function toRatio(times: number): string {
  return Number.isFinite(times) ? `${round(times)} x` : 'more'
}

function labelOf(column: ColumnId): string {
  return column === 'contour-product' ? 'Contour, as the product drags' : CONTESTANTS[column].label
}

function isFacts(result: Facts | string): result is Facts {
  return typeof result !== 'string'
}
