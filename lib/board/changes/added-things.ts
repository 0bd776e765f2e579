import { authorshipOf } from '../authorship'
import { ENTITY_ROOTS, type BoardDocument } from '../layout'
import { readRecord } from '../read'
import { changedThings, type ChangedThing } from './changed-things'
import type { StepChange } from '../step'

/** Templates stay: what others put on them would go along. */
const ADDED_ROOTS = ENTITY_ROOTS.filter((root) => root !== 'instances')

/** What somebody added to a board and is still there, as a step that takes it off would be about it. */
export function addedThings(board: BoardDocument, personId: string): readonly ChangedThing[] {
  const step: StepChange[] = []
  for (const root of ADDED_ROOTS) {
    for (const [id, fields] of board[root]) {
      if (fields.get('createdBy') !== personId || fields.get('deleted')) continue
      step.push({ kind: 'entity', root, id, deleted: true })
    }
  }
  for (const [id, map] of board.records) {
    const before = readRecord(map)
    if (before?.typeName !== 'shape' || authorshipOf(before).createdBy !== personId) continue
    step.push({ kind: 'record', id, before, after: null })
  }
  return changedThings(board, step)
}
