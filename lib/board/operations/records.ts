import * as Y from 'yjs'
import { orRemoved } from '../changes/current-unit'
import { BASE_UNIT, type BoardDocument, type BoardRecord } from '../layout'
import { findRecord, readRecord } from '../read'
import type { Author, Step, StepChange } from '../step'
import { transactAs } from '../transact'
import { diffUnits, sameJson, toUnits } from '../units'

/** Adds canvas records as they are given, stamps included. One whose id exists already is passed over. */
export function createRecords(board: BoardDocument, author: Author, records: readonly BoardRecord[]): Step {
  return transactAs(board, author, () => {
    const fresh = records.filter((record) => !board.records.has(record.id))
    for (const record of fresh) board.records.set(record.id, new Y.Map<unknown>([[BASE_UNIT, record]]))
    return fresh.map((record): StepChange => ({ kind: 'record', id: record.id, before: null, after: record }))
  })
}

/** Writes the units in which `before` and `after` differ, and no others. A record that is gone stays gone. */
export function updateRecords(
  board: BoardDocument,
  author: Author,
  changes: readonly { before: BoardRecord; after: BoardRecord }[],
): Step {
  return transactAs(board, author, () => changes.flatMap((change) => updateRecord(board, change)))
}

/** Deletes canvas records; the step keeps them whole. Those that are gone already are passed over. */
export function deleteRecords(board: BoardDocument, author: Author, ids: readonly string[]): Step {
  return transactAs(board, author, () =>
    ids.flatMap((id): StepChange[] => {
      const before = findRecord(board, id)
      if (!before) return []
      board.records.delete(id)
      return [{ kind: 'record', id, before, after: null }]
    }),
  )
}

function updateRecord(
  board: BoardDocument,
  { before, after }: { before: BoardRecord; after: BoardRecord },
): StepChange[] {
  const { id } = after
  const map = board.records.get(id)
  const current = map ? readRecord(map) : null
  if (!map || !current) return []
  const old = toUnits(current)
  const step: StepChange[] = []
  for (const [unit, value] of diffUnits(before, after)) {
    const was = orRemoved(old.get(unit))
    if (sameJson(was, value)) continue
    map.set(unit, value)
    step.push({ kind: 'unit', root: 'records', id, unit, before: was, after: value })
  }
  return step
}
