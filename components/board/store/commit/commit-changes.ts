import type { TLRecord, TLShape, TLStore } from '@tldraw/tlschema'
import { fitsOneUpdate, inUpdates } from '@/lib/board/document/in-updates'
import type { BoardDocument } from '@/lib/board/layout'
import { DOCUMENT_ID, PAGE_ID } from '@/lib/board/seed'
import { OWN_SHAPES } from '@/lib/board/schema'
import type { Author, Step, StepChange } from '@/lib/board/step'
import { transactAs } from '@/lib/board/transact'
import type { RandomBytes } from '@/lib/ids'
import { CardGround } from './card-ground'
import { charactersOf } from './characters-of'
import { commitCardMove, commitCardRemoval, commitNewCard, type Made, type MovedCard } from './commit-cards'
import { commitRecords } from './commit-records'
import {
  commitInteractionMove,
  commitInteractionRemoval,
  commitNewInteraction,
  commitNewTeam,
  commitTeamMove,
  commitTeamRemoval,
} from './commit-teams'
import type { GestureChanges } from '../gesture/gesture-changes'
import { shapeOf } from '../page-place'
import { REFUSALS } from './refusals'

/**
 * Which cards, teams and interactions find their place. In the middle of a gesture none: it does when it is let go.
 * Where the page may go away, those that stand on the board already; a copy in somebody's hand becomes another card
 * once it is real, so it waits.
 */
export type CardsPlaced = 'all' | 'standing' | 'none'

export interface Commit {
  readonly board: BoardDocument
  readonly store: TLStore
  readonly author: Author
  readonly random: RandomBytes
  readonly changes: GestureChanges
  readonly cards: CardsPlaced
  /** What the same gesture has written so far. */
  readonly earlier: Step
  /** It was done by a hand that moves things and lets them go. */
  readonly isLetGo: boolean
}

export interface CommitResult {
  readonly step: Step
  /** To be shown as the document has them, because the document may see them otherwise. */
  readonly reread: readonly string[]
  /** Why something was taken out again, as the person reads it. */
  readonly refusals: readonly string[]
  /** Duplicated and pasted cards, and cards let go elsewhere, with the shapes that took their place. */
  readonly replaced: readonly { readonly oldId: string; readonly newId: string }[]
  /** Interactions that were put where it is not clear which two teams they join. */
  readonly unclear: readonly string[]
}

type Kind = 'free' | 'team' | 'interaction' | 'card' | 'fixed'

/** In this order: an interaction joins the teams where they stand now, a card lands on them. */
const DERIVED_KINDS = ['team', 'interaction', 'card'] as const

/**
 * Writes what the local hand did into the document: cards and teams become placements,
 * interactions what they join, the template stays, the rest is free.
 */
export function commitChanges(given: Commit): CommitResult {
  const { board, author, changes } = given
  const ids = [...new Set(changes.ids())]
  const ofKind = (kind: Kind): string[] => ids.filter((id) => kindOf(given, id) === kind)
  const fixed = ofKind('fixed')
  const derived = DERIVED_KINDS.flatMap(ofKind).filter((id) => isPlacedNow(given, id))
  const free = ofKind('free').filter((id) => given.cards === 'all' || !waitsForCard(given, id))
  const sizes = new Map([...derived, ...free].map((id) => [id, charactersOf(given, id)]))
  const commit = { ...given, charactersOf: (id: string) => sizes.get(id) ?? 0 }
  const write = (): CommitResult => {
    const placed = commitDerived(commit, derived)
    const renamed = new Map(placed.replaced.map(({ oldId, newId }) => [oldId, newId]))
    const records = commitRecords({ ...commit, renamed }, free)
    return {
      step: [...placed.step, ...records.step],
      reread: [...fixed, ...derived, ...records.refused],
      refusals: [...placed.refusals, ...(records.refused.length > 0 ? [REFUSALS.record] : [])],
      replaced: placed.replaced,
      unclear: placed.unclear,
    }
  }
  // Others see it whole, unless it is too much for one update.
  const characters = [...sizes.values()].reduce((sum, one) => sum + one, 0)
  const result = fitsOneUpdate(characters) ? transactAs(board, author, write) : write()
  changes.settle([...free, ...fixed, ...derived])
  return result
}

type Derived = Pick<CommitResult, 'step' | 'refusals' | 'replaced' | 'unclear'>

type SizedCommit = Commit & { charactersOf(id: string): number }
type GroundedCommit = Commit & { readonly ground: CardGround }

function commitDerived(given: SizedCommit, ids: readonly string[]): Derived {
  const dropped = ids.filter((id) => kindOf(given, id) === 'card' && shapeOf(given.store, id))
  const commit = { ...given, ground: new CardGround(given.board, dropped) }
  const step: StepChange[] = []
  const replaced: { oldId: string; newId: string }[] = []
  const refusals: string[] = []
  const unclear: string[] = []
  const write = (id: string): void => {
    const shape = shapeOf(commit.store, id)
    if (!shape) {
      step.push(...removeDerived(commit, id))
    } else if (commit.changes.created.has(id)) {
      const made = makeDerived(commit, shape)
      step.push(...made.step)
      if (made.shapeId !== null) replaced.push({ oldId: id, newId: made.shapeId })
      if (made.refusal !== null) refusals.push(made.refusal)
    } else {
      const moved = moveDerived(commit, shape)
      step.push(...moved.step)
      // A hand that goes on holds it by its old id.
      if (moved.shapeId !== id && commit.cards === 'all') replaced.push({ oldId: id, newId: moved.shapeId })
      if (moved.unclear) unclear.push(id)
    }
  }
  for (const part of inUpdates(ids, given.charactersOf))
    transactAs(commit.board, commit.author, () => part.forEach(write))
  return { step, refusals, replaced, unclear }
}

function removeDerived(commit: GroundedCommit, id: string): Step {
  switch (kindOf(commit, id)) {
    case 'team':
      return commitTeamRemoval(commit, id)
    case 'interaction':
      return commitInteractionRemoval(commit, id)
    default:
      return commitCardRemoval(commit, id)
  }
}

function makeDerived(commit: GroundedCommit, shape: TLShape): Made {
  switch (kindOf(commit, shape.id)) {
    case 'team':
      return commitNewTeam(commit, shape)
    case 'interaction':
      return commitNewInteraction(commit, shape)
    default:
      return commitNewCard(commit, shape)
  }
}

function moveDerived(commit: GroundedCommit, shape: TLShape): MovedCard & { unclear?: boolean } {
  const { id } = shape
  const units = commit.changes.touched.get(id)
  const kind = kindOf(commit, id)
  if (!units?.has('place') && (kind === 'card' || !units?.has('wh'))) return { step: [], shapeId: id }
  if (kind === 'interaction') return { ...commitInteractionMove(commit, shape), shapeId: id }
  return kind === 'team'
    ? { step: commitTeamMove(commit, shape), shapeId: id }
    : commitCardMove(commit, shape)
}

function isPlacedNow({ cards, changes }: Commit, id: string): boolean {
  return cards === 'all' || (cards === 'standing' && !changes.created.has(id))
}

/** A binding to a card that has yet to find its place, and with it its id. */
function waitsForCard({ store, changes }: Commit, id: string): boolean {
  const record = store.unsafeGetWithoutCapture(id as TLRecord['id'])
  return (
    record?.typeName === 'binding' && [record.fromId, record.toId].some((end) => changes.created.has(end))
  )
}

function kindOf({ store }: Commit, id: string): Kind {
  if (id === PAGE_ID || id === DOCUMENT_ID || id.startsWith('page:')) return 'fixed'
  if (/^shape:(frame|plot|lane)-/.test(id)) return 'fixed'
  const derived = DERIVED_KINDS.find((kind) => id.startsWith(`shape:${kind}-`))
  return derived ?? DERIVED_KINDS.find((kind) => shapeOf(store, id)?.type === OWN_SHAPES[kind]) ?? 'free'
}
