import * as Y from 'yjs'
import type { InitiativeId } from '../../ids'
import { createGiveHue, type GiveHue } from '../hues/give-hue'
import type { BoardDocument } from '../layout'
import { markDeleted } from '../set-units'
import type { Author, Step, StepChange } from '../step'
import { transactAs } from '../transact'

/** An initiative before it stands on the board. `effort` is in person-weeks, 1 where nobody said. */
export interface InitiativeDraft {
  readonly id: InitiativeId
  readonly title: string
  readonly summary?: string
  readonly externalKey?: string
  readonly team?: string
  /** Of the team it names; absent: what the board has for it. */
  readonly teamHue?: number
  readonly owner?: string
  readonly effort?: number
  readonly tags?: readonly string[]
  readonly links?: readonly string[]
}

const ROOT = 'initiatives'
/** Initiatives made at once keep the order of their list by fractions of a millisecond. */
export const ORDER_STEP_MS = 1 / 1000

/** Adds initiatives in the order given. One whose id exists already is passed over. */
export function addInitiatives(
  board: BoardDocument,
  author: Author,
  drafts: readonly InitiativeDraft[],
): Step {
  return transactAs(board, author, () => {
    const giveHue = createGiveHue(board)
    const fresh = drafts.filter((draft) => !board.initiatives.has(draft.id))
    fresh.forEach((draft, at) =>
      addInitiative(board, { ...author, now: author.now + at * ORDER_STEP_MS }, { draft, giveHue }),
    )
    return fresh.map(({ id }): StepChange => ({ kind: 'entity', root: ROOT, id, deleted: false }))
  })
}

/** Deletes or restores an initiative. Its placements stay, so that restoring puts its cards back. */
export function setInitiativeDeleted(
  board: BoardDocument,
  author: Author,
  { id, deleted }: { id: InitiativeId; deleted: boolean },
): Step {
  return markDeleted(board, author, { root: ROOT, id, deleted })
}

function addInitiative(
  board: BoardDocument,
  author: Author,
  { draft, giveHue }: { readonly draft: InitiativeDraft; readonly giveHue: GiveHue },
): void {
  const fields = new Y.Map<unknown>([
    ['title', new Y.Text(draft.title)],
    ['summary', new Y.Text(draft.summary ?? '')],
    ['effort', draft.effort ?? 1],
    ['createdBy', author.personId],
    ['createdAt', author.now],
  ])
  for (const field of ['externalKey', 'team', 'owner', 'tags', 'links'] as const) {
    if (draft[field] !== undefined) fields.set(field, draft[field])
  }
  if (draft.team !== undefined) fields.set('teamHue', draft.teamHue ?? giveHue(draft.team))
  board.initiatives.set(draft.id, fields)
}
