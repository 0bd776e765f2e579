import { LIMITS } from '../../sync/limits'
import type { BoardRecord } from '../layout'
import type { RepairInput } from './repair-input'
import { PAGE_ID } from '../seed'

/** Why a shape goes to the page: its parent is missing, it closed a circle, or it is nested too deep. */
export type MoveReason = 'orphan' | 'circle' | 'deep'

/** Which shapes go to the page, and the parent of every shape once they have. */
export interface Parents {
  readonly moved: ReadonlyMap<string, MoveReason>
  parentOf(record: BoardRecord): string
}

type Standing = Pick<RepairInput, 'records' | 'derived'>

/** The one type of shape that hangs on others itself, so that nothing may hang on it. */
export const ARROW = 'arrow'

/** Says whether something can hang on this id: a shape, or a derived one. */
function canHold({ records, derived }: Standing, id: string): boolean {
  const record = records.get(id)
  return derived.has(id) || (record?.typeName === 'shape' && record['type'] !== ARROW)
}

/** Decides which shapes have to go to the page so that every one of these hangs on it in the end. */
export function mendParents(input: Standing, shapes: ReadonlySet<string>): Parents {
  const moved = new Map<string, MoveReason>()
  const parentOf = (record: BoardRecord): string => (moved.has(record.id) ? PAGE_ID : parentIdOf(record))
  const sorted = [...shapes].sort()
  for (const id of sorted) if (isOrphan(input, id)) moved.set(id, 'orphan')
  const rooted = new Set<string>()
  for (const id of sorted) breakCircle(input, { moved, parentOf, rooted }, id)
  if (sorted.some((id) => isNested(input, parentOf, input.records.get(id))))
    flatten(input, { moved, parentOf })
  return { moved, parentOf }
}

interface Mending {
  readonly moved: Map<string, MoveReason>
  readonly parentOf: (record: BoardRecord) => string
}

function parentIdOf(record: BoardRecord): string {
  const parentId = record['parentId']
  return typeof parentId === 'string' ? parentId : ''
}

function isOrphan(input: Standing, id: string): boolean {
  const record = input.records.get(id)
  if (!record) return false
  const parentId = parentIdOf(record)
  return input.records.get(parentId)?.typeName !== 'page' && !canHold(input, parentId)
}

/**
 * Walks up from a shape; a circle met on the way is cut at its greatest id, wherever the walk began. It goes no further
 * than to what an earlier walk passed, which is `rooted`: of thousands that hang on each other each is passed once.
 */
function breakCircle(
  { records }: Standing,
  { moved, parentOf, rooted }: Mending & { readonly rooted: Set<string> },
  id: string,
): void {
  const path = new Set<string>()
  let at = records.get(id)
  while (at?.typeName === 'shape' && !path.has(at.id) && !rooted.has(at.id)) {
    path.add(at.id)
    at = records.get(parentOf(at))
  }
  for (const passed of path) rooted.add(passed)
  if (!at || !path.has(at.id)) return
  const all = [...path]
  const greatest = all.slice(all.indexOf(at.id)).reduce((one, other) => (one > other ? one : other))
  moved.set(greatest, 'circle')
}

function isNested({ records }: Standing, parentOf: Mending['parentOf'], record?: BoardRecord): boolean {
  return record !== undefined && records.get(parentOf(record))?.typeName === 'shape'
}

/** Moves every shape that lies a level too deep to the page, with what hangs on it. */
function flatten(input: Standing, mending: Mending): void {
  const depths = new Map<string, number>()
  // What lies on the page itself is met on the way up from what lies in it.
  for (const record of input.records.values())
    if (record.typeName === 'shape' && isNested(input, mending.parentOf, record))
      flattenAbove(record, { ...input, ...mending, depths })
}

function flattenAbove(
  record: BoardRecord,
  { records, moved, parentOf, depths }: Standing & Mending & { depths: Map<string, number> },
): void {
  const chain: BoardRecord[] = []
  let at: BoardRecord | undefined = record
  while (at?.typeName === 'shape' && !depths.has(at.id)) {
    chain.push(at)
    at = records.get(parentOf(at))
  }
  for (const link of chain.reverse()) {
    const depth = (depths.get(parentOf(link)) ?? -1) + 1
    const isDeep = depth >= LIMITS.NESTING
    if (isDeep) moved.set(link.id, 'deep')
    depths.set(link.id, isDeep ? 0 : depth)
  }
}
