import type { BoardRecord, Json } from '../layout'
import type { RepairInput } from './repair-input'
import { ARROW, mendParents, type Parents } from './repair-parents'
import { createPagePlaces } from './page-places'
import { reindex } from './reindex'

/** Nothing honest hangs an arrow on one: the canvas's own arrows go past it to what lies in it. */
const GROUP = 'group'

/** One write or deletion that makes the board whole again. */
export type Repair =
  { kind: 'unit'; id: string; unit: 'place' | 'index'; value: Json } | { kind: 'delete'; id: string }

/**
 * Answers with the writes that leave no shape without a parent, in a circle or nested too deep, no two siblings with
 * one index and no binding but from an arrow to a shape that has a size of its own. Asks only around what was touched; after these writes
 * it answers [].
 */
export function repairRecords(input: RepairInput): Repair[] {
  const { records, derived } = input
  const touched = [...new Set(input.touched)]
  const gone = new Set(touched.filter((id) => !records.has(id) && !derived.has(id)))
  const around = [...touched.flatMap((id) => records.get(id) ?? []), ...dependantsOf(records, gone)]
  const shapes = new Set(around.filter(({ typeName }) => typeName === 'shape').map(({ id }) => id))
  const bindings = new Set(around.filter(({ typeName }) => typeName === 'binding'))
  return [...mendShapes(input, shapes), ...mendBindings(input, bindings)]
}

function dependantsOf(records: ReadonlyMap<string, BoardRecord>, gone: ReadonlySet<string>): BoardRecord[] {
  if (gone.size === 0) return []
  const depends = (id: unknown): boolean => typeof id === 'string' && gone.has(id)
  return [...records.values()].filter(
    (record) => depends(record['parentId']) || depends(record['fromId']) || depends(record['toId']),
  )
}

function mendShapes(input: RepairInput, shapes: ReadonlySet<string>): Repair[] {
  if (shapes.size === 0) return []
  const parents: Parents = mendParents(input, shapes)
  const placeOf = createPagePlaces(input, parents.moved)
  const places = [...parents.moved.keys()].map((id): Repair => {
    return { kind: 'unit', id, unit: 'place', value: placeOf(id) }
  })
  const indices = reindex(input.records, parents, shapes)
  return [...places, ...indices.map(([id, value]): Repair => ({ kind: 'unit', id, unit: 'index', value }))]
}

function mendBindings(input: RepairInput, bindings: ReadonlySet<BoardRecord>): Repair[] {
  return [...bindings]
    .filter((binding) => !canBind(input, binding))
    .map(({ id }): Repair => ({ kind: 'delete', id }))
}

/**
 * An arrow that hangs on an arrow may hang on itself in the end: the canvas would move both for ever. A group is as large as
 * what lies in it, which may be the arrow: the canvas would look for the size of either in the other until it falls.
 */
function canBind({ records, derived }: RepairInput, { fromId, toId }: BoardRecord): boolean {
  if (typeof fromId !== 'string' || typeof toId !== 'string') return false
  const to = records.get(toId)
  const hasEnd =
    derived.has(toId) || (to?.typeName === 'shape' && to['type'] !== ARROW && to['type'] !== GROUP)
  return hasEnd && records.get(fromId)?.['type'] === ARROW
}
