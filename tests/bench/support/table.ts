import { missesBudget, type Figure } from './figure'

/** Writes figures as the rows of a Markdown table. */
export function toTable(figures: readonly Figure[]): string {
  return toMarkdown([['Figure', 'Measured', 'Budget', 'Without Contour', 'Ratio', ''], ...figures.map(toRow)])
}

/** Writes rows of cells as a Markdown table; the first row is its head. */
export function toMarkdown(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? []
  const lines = rows.map((row) => `| ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`)
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`
  return [lines[0], rule, ...lines.slice(1)].join('\n')
}

function toRow(figure: Figure): string[] {
  const { name, value, unit, budget, baseline, invalid } = figure
  return [
    name,
    `${round(value)} ${unit}`,
    budget === undefined ? '' : `${budget} ${unit}`,
    baseline === undefined ? '' : `${round(baseline)} ${unit}`,
    baseline === undefined ? '' : `${round(value / baseline)} x`,
    invalid ?? verdict(figure),
  ]
}

function verdict(figure: Figure): string {
  if (figure.budget === undefined) return ''
  return missesBudget(figure) ? 'missed' : 'held'
}

/** A number with as many digits as say something. */
export function round(value: number): string {
  if (Math.abs(value) >= 100) return value.toFixed(0)
  return value.toFixed(Math.abs(value) >= 10 ? 1 : 2)
}
