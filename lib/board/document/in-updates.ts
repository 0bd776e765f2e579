import { LIMITS } from '../../sync/limits'

/** A letter takes up to three bytes, and what stands around what is written takes some too. */
const MOST_CHARACTERS = LIMITS.UPDATE_BYTES / 4

/** Says whether changes that take so many characters as JSON all fit one update that the server takes. */
export function fitsOneUpdate(characters: number): boolean {
  return characters <= MOST_CHARACTERS
}

/**
 * Cuts changes, in their order, into parts that each fit one update when they are written in a transaction of their
 * own; most are one part. `charactersOf` says how much a change takes as JSON.
 */
export function inUpdates<Change>(
  changes: readonly Change[],
  charactersOf: (change: Change) => number,
): readonly (readonly Change[])[] {
  const parts: Change[][] = []
  let characters = Infinity
  for (const change of changes) {
    const own = charactersOf(change)
    if (!fitsOneUpdate(characters + own)) {
      parts.push([])
      characters = 0
    }
    parts.at(-1)?.push(change)
    characters += own
  }
  return parts
}
