import { currentUnit } from './changes/current-unit'
import { isRemoved, type BoardDocument, type Deletion, type EntityRoot, type Json } from './layout'
import type { Author, Step, StepChange } from './step'
import { transactAs } from './transact'
import { sameJson } from './units'

interface EntityAt {
  readonly root: EntityRoot
  readonly id: string
}

interface UnitsAt extends EntityAt {
  readonly units: Readonly<Record<string, Json>>
}

/** Writes plain fields of one entity, only those that differ; an entity that is not there is left alone. */
export function setUnits(board: BoardDocument, author: Author, { root, id, units }: UnitsAt): Step {
  return transactAs(board, author, () =>
    listDiffering(board, { root, id, units }).map(({ unit, before, after }): StepChange => {
      board[root].get(id)?.set(unit, after)
      return { kind: 'unit', root, id, unit, before, after }
    }),
  )
}

/** The fields that setting these would change, and from what; none where the entity is not there. */
export function listDiffering(
  board: BoardDocument,
  { root, id, units }: UnitsAt,
): readonly { readonly unit: string; readonly before: Json; readonly after: Json }[] {
  return Object.entries(units).flatMap(([unit, after]) => {
    const current = currentUnit(board, { root, id, unit })
    if (!current || sameJson(current.value, after)) return []
    if (isRemoved(current.value) && isRemoved(after)) return []
    return [{ unit, before: current.value, after }]
  })
}

/** Deletes or restores one entity; one that is so already, or is not there, is left alone. */
export function markDeleted(
  board: BoardDocument,
  author: Author,
  { root, id, deleted }: EntityAt & { readonly deleted: boolean },
): Step {
  return transactAs(board, author, (): Step => {
    const fields = board[root].get(id)
    if (!fields || Boolean(fields.get('deleted')) === deleted) return []
    const mark: Deletion = deleted ? { by: author.personId, at: author.now } : null
    fields.set('deleted', mark)
    return [{ kind: 'entity', root, id, deleted }]
  })
}
