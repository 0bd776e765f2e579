import type { BoardRecord } from '@/lib/board/layout'

/** Deeper than anybody groups; a circle ends here too. */
const DEEPEST = 64

/**
 * Puts records so that each comes after what it lies in or is bound to, however they are cut into updates: what came
 * before its parent would be taken for lost. Those of one depth keep their order.
 */
export function parentsFirst(records: readonly BoardRecord[]): BoardRecord[] {
  const byId = new Map(records.map((record) => [record.id, record]))
  const depths = new Map(records.map((record) => [record.id, depthOf(byId, record)]))
  return [...records].sort((one, other) => (depths.get(one.id) ?? 0) - (depths.get(other.id) ?? 0))
}

function depthOf(byId: ReadonlyMap<string, BoardRecord>, record: BoardRecord): number {
  if (record.typeName === 'binding') return DEEPEST
  let depth = 0
  for (let at = parentOf(byId, record); at && depth < DEEPEST - 1; depth++) at = parentOf(byId, at)
  return depth
}

function parentOf(
  byId: ReadonlyMap<string, BoardRecord>,
  { parentId }: BoardRecord,
): BoardRecord | undefined {
  return typeof parentId === 'string' ? byId.get(parentId) : undefined
}
