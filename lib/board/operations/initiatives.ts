import * as Y from 'yjs'
import type { InitiativeId } from '../../ids'
import { currentUnit } from '../current-unit'
import { REMOVED, type BoardDocument, type Deletion, type Json } from '../layout'
import type { Author, Step, StepChange } from '../step'
import { rewriteText } from '../rewrite-text'
import { transactAs } from '../transact'
import { comparableName } from '../../teams/team-name'
import { readInitiative } from '../read'
import { setUnits } from '../set-units'
import { sameJson } from '../units'

/** An initiative before it stands on the board. `effort` is in person-weeks, 1 where nobody said. */
export interface InitiativeDraft {
  readonly id: InitiativeId
  readonly title: string
  readonly externalKey?: string
  readonly team?: string
  readonly owner?: string
  readonly effort?: number
}

const ROOT = 'initiatives'
const OPTIONAL_FIELDS = ['externalKey', 'team', 'owner', 'effort'] as const
/** Initiatives made at once keep the order of their list by fractions of a millisecond. */
const ORDER_STEP_MS = 1 / 1000

/** Adds initiatives in the order given. One whose id exists already is passed over. */
export function addInitiatives(
  board: BoardDocument,
  author: Author,
  drafts: readonly InitiativeDraft[],
): Step {
  return transactAs(board, author, () => {
    const fresh = drafts.filter((draft) => !board.initiatives.has(draft.id))
    fresh.forEach((draft, at) =>
      addInitiative(board, { ...author, now: author.now + at * ORDER_STEP_MS }, draft),
    )
    return fresh.map(({ id }): StepChange => ({ kind: 'entity', root: ROOT, id, deleted: false }))
  })
}

/**
 * Brings in rows from elsewhere: a draft whose `externalKey` the board knows updates that initiative (and brings it
 * back if it was deleted), the rest is added. Fields a draft does not have stay as they are.
 */
export function importInitiatives(
  board: BoardDocument,
  author: Author,
  drafts: readonly InitiativeDraft[],
): { step: Step; added: number; updated: number } {
  return transactAs(board, author, () => {
    const known = idsByExternalKey(board)
    const step: StepChange[] = []
    const fresh: InitiativeDraft[] = []
    for (const draft of drafts) {
      const id = draft.externalKey === undefined ? undefined : known.get(draft.externalKey)
      if (id === undefined) fresh.push(draft)
      else step.push(...updateInitiative(board, author, { ...draft, id }))
    }
    const added = addInitiatives(board, author, fresh)
    return { step: [...step, ...added], added: added.length, updated: drafts.length - fresh.length }
  })
}

/** How many of these drafts an import would add, because the board does not know their `externalKey`. */
export function countNew(
  board: BoardDocument,
  drafts: readonly Pick<InitiativeDraft, 'externalKey'>[],
): number {
  const known = idsByExternalKey(board)
  return drafts.filter(({ externalKey }) => externalKey === undefined || !known.has(externalKey)).length
}

/** Deletes or restores an initiative. Its placements stay, so that restoring puts its cards back. */
export function setInitiativeDeleted(
  board: BoardDocument,
  author: Author,
  { id, deleted }: { id: InitiativeId; deleted: boolean },
): Step {
  return transactAs(board, author, (): Step => {
    const fields = board.initiatives.get(id)
    if (!fields || Boolean(fields.get('deleted')) === deleted) return []
    const mark: Deletion = deleted ? { by: author.personId, at: author.now } : null
    fields.set('deleted', mark)
    return [{ kind: 'entity', root: ROOT, id, deleted }]
  })
}

function addInitiative(board: BoardDocument, author: Author, draft: InitiativeDraft): void {
  const fields = new Y.Map<unknown>([
    ['title', new Y.Text(draft.title)],
    ['summary', new Y.Text()],
    ['effort', draft.effort ?? 1],
    ['createdBy', author.personId],
    ['createdAt', author.now],
  ])
  for (const field of ['externalKey', 'team', 'owner'] as const) {
    if (draft[field] !== undefined) fields.set(field, draft[field])
  }
  board.initiatives.set(draft.id, fields)
}

function updateInitiative(board: BoardDocument, author: Author, draft: InitiativeDraft): StepChange[] {
  const { id } = draft
  const step: StepChange[] = [...setInitiativeDeleted(board, author, { id, deleted: false })]
  step.push(...leaveOtherTeam(board, author, draft))
  const title = rewriteText(board, { root: ROOT, id, field: 'title' }, draft.title)
  if (title) step.push(title)
  for (const unit of OPTIONAL_FIELDS) {
    const after: Json | undefined = draft[unit]
    const before = currentUnit(board, { root: ROOT, id, unit })?.value
    if (after === undefined || before === undefined || sameJson(before, after)) continue
    board.initiatives.get(id)?.set(unit, after)
    step.push({ kind: 'unit', root: ROOT, id, unit, before, after })
  }
  return step
}

/** A spreadsheet that names another team than the one it was given to on the board speaks last. */
function leaveOtherTeam(board: BoardDocument, author: Author, { id, team }: InitiativeDraft): Step {
  const now = readInitiative(board, id)
  if (team === undefined || !now || comparableName(team) === comparableName(now.team ?? '')) return []
  return setUnits(board, author, { root: ROOT, id, units: { teamId: REMOVED } })
}

/** A deleted initiative answers only for a key no living one has. */
function idsByExternalKey(board: BoardDocument): Map<string, InitiativeId> {
  const ids = new Map<string, InitiativeId>()
  const living = new Set<string>()
  for (const [id, fields] of board.initiatives) {
    const key = fields.get('externalKey')
    if (typeof key !== 'string' || living.has(key)) continue
    ids.set(key, id as InitiativeId)
    if (!fields.get('deleted')) living.add(key)
  }
  return ids
}
