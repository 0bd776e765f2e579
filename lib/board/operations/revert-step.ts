import * as Y from 'yjs'
import type { PersonId } from '../../ids'
import { currentUnit } from '../changes/current-unit'
import { BASE_UNIT, type BoardDocument, type BoardRecord, type Deletion } from '../layout'
import { readPlacement, findRecord } from '../read'
import { rewriteText, textAt } from '../text/rewrite-text'
import type { Author, Step, StepChange } from '../step'
import { transactAs } from '../transact'
import { sameJson } from '../units'

type Change<Kind extends StepChange['kind']> = Extract<StepChange, { kind: Kind }>

/**
 * Takes a step back as far as it still stands: a value only where it is what the step left, a created record only
 * while nobody changed it, a deleted record only while it is gone. Typing (`text`) is left to the caller. Answers with
 * the step that undoes what this did.
 */
export function revertStep(board: BoardDocument, author: Author, step: Step): Step {
  return revertChanges(board, author, { step, mayRestore: (by) => by === author.personId })
}

/** Takes a step of somebody else back: as `revertStep`, and what they deleted too. */
export function revertStepOfOthers(board: BoardDocument, author: Author, step: Step): Step {
  return revertChanges(board, author, { step, mayRestore: () => true })
}

type MayRestore = (by: PersonId) => boolean

function revertChanges(
  board: BoardDocument,
  author: Author,
  { step, mayRestore }: { step: Step; mayRestore: MayRestore },
): Step {
  return transactAs(board, author, () =>
    [...step].reverse().flatMap((change) => {
      const inverse =
        change.kind === 'entity'
          ? revertEntity(board, author, { change, mayRestore })
          : revertChange(board, change)
      return inverse ? [inverse] : []
    }),
  )
}

function revertChange(
  board: BoardDocument,
  change: Exclude<StepChange, Change<'entity'>>,
): StepChange | null {
  switch (change.kind) {
    case 'unit':
      return revertUnit(board, change)
    case 'placement':
      return revertPlacement(board, change)
    case 'record':
      return revertRecord(board, change)
    case 'rewrite':
      return revertRewrite(board, change)
    case 'text':
      return null
  }
}

function revertUnit(board: BoardDocument, change: Change<'unit'>): StepChange | null {
  const current = currentUnit(board, change)
  if (!current || !sameJson(current.value, change.after)) return null
  board[change.root].get(change.id)?.set(change.unit, change.before)
  return { ...change, before: change.after, after: change.before }
}

function revertPlacement(board: BoardDocument, change: Change<'placement'>): StepChange | null {
  if (!sameJson(readPlacement(board, change.key), change.after)) return null
  board.placements.set(change.key, change.before)
  return { ...change, before: change.after, after: change.before }
}

function revertRecord(board: BoardDocument, change: Change<'record'>): StepChange | null {
  const current = findRecord(board, change.id)
  if (!sameJson(withoutOrder(current), withoutOrder(change.after))) return null
  if (change.before) board.records.set(change.id, new Y.Map<unknown>([[BASE_UNIT, change.before]]))
  else board.records.delete(change.id)
  return { ...change, before: current, after: change.before }
}

/** The server may give a record a place among its siblings; that is nobody's work on it. */
function withoutOrder(record: BoardRecord | null): BoardRecord | null {
  return record && { ...record, index: null }
}

/** Undo takes back only one's own deletions; else two people's undo would fight over one entity. */
function revertEntity(
  board: BoardDocument,
  author: Author,
  { change, mayRestore }: { change: Change<'entity'>; mayRestore: MayRestore },
): StepChange | null {
  const fields = board[change.root].get(change.id)
  const now = (fields?.get('deleted') as Deletion | undefined) ?? null
  if (!fields || (now !== null) !== change.deleted) return null
  if (now && !mayRestore(now.by)) return null
  const mark: Deletion = change.deleted ? null : { by: author.personId, at: author.now }
  fields.set('deleted', mark)
  return { ...change, deleted: !change.deleted }
}

function revertRewrite(board: BoardDocument, change: Change<'rewrite'>): StepChange | null {
  if (textAt(board, change)?.toJSON() !== change.after) return null
  return rewriteText(board, change, change.before)
}
