import { hasRoom, keysBetween, LOWEST_INDEX } from '../fractional-index'
import type { BoardRecord } from '../layout'
import type { Parents } from './repair-parents'
import { PAGE_ID } from '../seed'
import { isTooLong, shortenIndices, type Sibling } from './shorten-indices'

/** Of so few, each is compared with all its siblings; for more, these are sorted, which takes longer for one. */
const FEW = 8

/**
 * The indices to write so that no two siblings around these shapes share one. Shapes that go to the page come on top
 * of it, in their order; of several with one index, the one with the least id keeps it. None becomes longer than an
 * index may be.
 */
export function reindex(
  records: ReadonlyMap<string, BoardRecord>,
  parents: Parents,
  shapes: ReadonlySet<string>,
): [id: string, index: string][] {
  if (parents.moved.size === 0 && shapes.size <= FEW && standApart(records, parents, shapes)) return []
  const lists = siblingLists(records, parents, shapes)
  const arrivals = [...parents.moved.keys()].flatMap((id) => records.get(id) ?? []).map(toSibling)
  const writes = [...lists.values()].flatMap(separate)
  const top = topOf([...(lists.get(PAGE_ID) ?? []), ...writes.map(([id, index]) => ({ id, index }))])
  const keys = keysBetween(top, null, arrivals.length)
  arrivals.sort(byIndex).forEach(({ id }, at) => writes.push([id, keys[at] ?? top]))
  if (!writes.some(([, index]) => isTooLong(index))) return writes
  lists.get(PAGE_ID)?.push(...arrivals)
  return shorten(lists.values(), writes)
}

/** These writes, and those that keep what they write short. */
function shorten(
  lists: Iterable<readonly Sibling[]>,
  writes: readonly [string, string][],
): [string, string][] {
  const written = new Map(writes)
  for (const siblings of lists) {
    const standing = siblings.map(({ id, index }) => ({ id, index: written.get(id) ?? index }))
    for (const [id, index] of shortenIndices(standing.sort(byIndex))) written.set(id, index)
  }
  return [...written]
}

/** A shape and the nearest indices around its own. */
interface Standing extends Sibling {
  readonly parentId: string
  below: string | null
  above: string | null
}

/** Whether there is room on both sides of each of these shapes, among its siblings. */
function standApart(
  records: ReadonlyMap<string, BoardRecord>,
  { parentOf }: Parents,
  shapes: ReadonlySet<string>,
): boolean {
  const all = [...shapes].flatMap((id) => records.get(id) ?? [])
  const standing = all.map((record): Standing => ({
    ...{ ...toSibling(record), parentId: parentOf(record) },
    ...{ below: null, above: null },
  }))
  for (const record of records.values()) {
    if (record.typeName !== 'shape') continue
    const parentId = parentOf(record)
    for (const one of standing)
      if (one.parentId === parentId && one.id !== record.id) compare(one, indexOf(record))
  }
  return standing.every(
    ({ below, index, above }) => (below === null || hasRoom(below, index)) && hasRoom(index, above),
  )
}

function compare(one: Standing, index: string): void {
  if (index > one.index) one.above = one.above === null || index < one.above ? index : one.above
  else if (one.below === null || index > one.below) one.below = index
}

/** Who hangs on the same parents as these shapes, without those on their way to the page. */
function siblingLists(
  records: ReadonlyMap<string, BoardRecord>,
  { moved, parentOf }: Parents,
  shapes: ReadonlySet<string>,
): Map<string, Sibling[]> {
  const lists = new Map<string, Sibling[]>(moved.size > 0 ? [[PAGE_ID, []]] : [])
  for (const id of shapes) {
    const record = records.get(id)
    if (record) lists.set(parentOf(record), [])
  }
  for (const record of records.values()) {
    if (record.typeName !== 'shape' || moved.has(record.id)) continue
    lists.get(parentOf(record))?.push(toSibling(record))
  }
  return lists
}

function separate(siblings: readonly Sibling[]): [string, string][] {
  const sorted = [...siblings].sort(byIndex)
  const writes: [string, string][] = []
  let at = 0
  while (at < sorted.length) {
    const below = sorted[at]?.index ?? LOWEST_INDEX
    const end = firstWithRoom(sorted, at + 1, below)
    const crowd = sorted.slice(at + 1, end)
    const keys = crowd.length > 0 ? keysBetween(below, sorted[end]?.index ?? null, crowd.length) : []
    crowd.forEach(({ id }, place) => writes.push([id, keys[place] ?? below]))
    at = end
  }
  return writes
}

function toSibling(record: BoardRecord): Sibling {
  return { id: record.id, index: indexOf(record) }
}

function indexOf(record: BoardRecord): string {
  const index = record['index']
  return typeof index === 'string' ? index : LOWEST_INDEX
}

function topOf(siblings: readonly Sibling[]): string {
  return siblings.reduce((top, { index }) => (index > top ? index : top), LOWEST_INDEX)
}

function byIndex(one: Sibling, other: Sibling): number {
  if (one.index !== other.index) return one.index < other.index ? -1 : 1
  return one.id < other.id ? -1 : 1
}

function firstWithRoom(sorted: readonly Sibling[], from: number, below: string): number {
  let at = from
  while (at < sorted.length && !hasRoom(below, sorted[at]?.index ?? null)) at++
  return at
}
