import { normaliseTitle } from '../board/initiatives/normalise-title'

interface Row {
  readonly title: string
  readonly externalKey?: string
}

/** Finds the rows of a list that have the title of an earlier one; with different keys they are different work. */
export function findRepeated<Given extends Row>(rows: readonly Given[]): ReadonlySet<Given> {
  const earlier = new Map<string, Set<string | undefined>>()
  return new Set(
    rows.filter(({ title: written, externalKey }) => {
      const title = normaliseTitle(written)
      const keys = earlier.get(title) ?? new Set()
      const isRepeated =
        externalKey === undefined ? keys.size > 0 : keys.has(undefined) || keys.has(externalKey)
      earlier.set(title, keys.add(externalKey))
      return isRepeated
    }),
  )
}
