import { LIMITS } from '../../sync/limits'
import { hasRoom, keysBetween, LOWEST_INDEX } from '../fractional-index'

/** Who hangs on one parent, and where among the others. */
export interface Sibling {
  readonly id: string
  readonly index: string
}

/** Between two indices as short there is always room for one that is not too long. */
const SHORT_CHARACTERS = LIMITS.INDEX_CHARACTERS / 2

/**
 * The indices to write so that none of these siblings has a longer one than a record may. They stand in their order,
 * with room between any two, and keep it; those beside one that is too long get new ones with it, up to the next short
 * one on either side.
 */
export function shortenIndices(siblings: readonly Sibling[]): [id: string, index: string][] {
  const writes: [string, string][] = []
  let at = 0
  while (at < siblings.length) {
    const [from, to] = isTooLong(siblings[at]?.index ?? '') ? runAround(siblings, at) : [at, at]
    const run = siblings.slice(from, to)
    const keys = keysBetween(indexBefore(siblings, from), siblings[to]?.index ?? null, run.length)
    run.forEach(({ id, index }, place) => writes.push([id, keys[place] ?? index]))
    at = to + 1
  }
  return writes
}

/** Says whether a record may not have this index. */
export function isTooLong(index: string): boolean {
  return index.length > LIMITS.INDEX_CHARACTERS
}

function runAround(siblings: readonly Sibling[], found: number): [from: number, to: number] {
  let [from, to] = [found, found + 1]
  while (from > 0 && !isShort(siblings[from - 1])) from--
  const below = indexBefore(siblings, from)
  while (to < siblings.length && !(isShort(siblings[to]) && hasRoom(below, siblings[to]?.index ?? null))) to++
  return [from, to]
}

function indexBefore(siblings: readonly Sibling[], at: number): string {
  return siblings[at - 1]?.index ?? LOWEST_INDEX
}

function isShort(sibling: Sibling | undefined): boolean {
  return sibling !== undefined && sibling.index.length <= SHORT_CHARACTERS
}
