import { normaliseTitle } from '../board/normalise-title'

interface Row {
  readonly title: string
  readonly externalKey?: string
}

/** Finds the rows of a list that have the title of an earlier one; with different keys they are different work. */
export function findRepeated<Given extends Row>(rows: readonly Given[]): ReadonlySet<Given> {
  const earlier = new Map<string, Given[]>()
  const repeated = new Set<Given>()
  for (const row of rows) {
    const title = normaliseTitle(row.title)
    const same = earlier.get(title) ?? []
    if (same.some((one) => mayBeSame(one, row))) repeated.add(row)
    earlier.set(title, [...same, row])
  }
  return repeated
}

function mayBeSame(one: Row, other: Row): boolean {
  const isSure = one.externalKey !== undefined && other.externalKey !== undefined
  return !isSure || one.externalKey === other.externalKey
}
