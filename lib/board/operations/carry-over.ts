import * as Y from 'yjs'
import { currentUnit } from '../changes/current-unit'
import type { DocumentChange } from '../changes/document-change'
import { hasHome } from '../places/cards/has-home'
import { isRemoved, type BoardDocument, type Json } from '../layout'
import { mergeText } from '../text/merge-text'
import { rewriteText, textAt } from '../text/rewrite-text'
import { markDeleted } from '../set-units'
import type { Author, Step, StepChange } from '../step'
import { transactAs } from '../transact'
import { sameJson } from '../units'
import { setPlacements } from './placements'
import { createRecords, deleteRecords } from './records'

type Change<Kind extends DocumentChange['kind']> = Extract<DocumentChange, { kind: Kind }>

/**
 * Does on this document what was done on another one of the same board, in order. Answers with the step, and with the
 * changes whose record or entity is not there any more.
 */
export function carryOver(
  board: BoardDocument,
  author: Author,
  changes: readonly DocumentChange[],
): { step: Step; lost: readonly DocumentChange[] } {
  const lost: DocumentChange[] = []
  const step = transactAs(board, author, () =>
    changes.flatMap((change) => {
      const done = carryOne(board, author, change)
      if (done === null) lost.push(change)
      return done ?? []
    }),
  )
  return { step, lost }
}

/** Null where what it was done to is gone. */
function carryOne(board: BoardDocument, author: Author, change: DocumentChange): Step | null {
  switch (change.kind) {
    case 'unit':
      return carryUnit(board, author, change)
    case 'placement':
      return hasHome(board, change.key) ? setPlacements(board, author, [change]) : null
    case 'record':
      if (change.record) return createRecords(board, author, [change.record])
      return deleteRecords(board, author, [change.id])
    case 'entity':
      return carryEntity(board, change)
    case 'text':
      return carryTyping(board, change)
  }
}

function carryUnit(board: BoardDocument, author: Author, change: Change<'unit'>): Step | null {
  const { root, id, unit, value } = change
  const current = currentUnit(board, change)
  if (!current) return null
  if (root !== 'records' && unit === 'deleted')
    return markDeleted(board, author, { root, id, deleted: value !== null && !isRemoved(value) })
  if (sameJson(current.value, value)) return []
  board[root].get(id)?.set(unit, value)
  return [{ kind: 'unit', root, id, unit, before: current.value, after: value }]
}

function carryEntity(board: BoardDocument, { root, id, fields, texts }: Change<'entity'>): Step {
  if (board[root].has(id)) return []
  const values: [string, Json | Y.Text][] = Object.entries(fields)
  for (const [field, text] of Object.entries(texts)) values.push([field, new Y.Text(text)])
  board[root].set(id, new Y.Map<unknown>(values))
  return [{ kind: 'entity', root, id, deleted: false }]
}

function carryTyping(board: BoardDocument, change: Change<'text'>): StepChange[] | null {
  const text = textAt(board, change)
  if (!text) return null
  const done = rewriteText(board, change, mergeText(text.toJSON(), change))
  return done ? [done] : []
}
