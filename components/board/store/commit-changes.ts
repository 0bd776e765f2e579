import type { TLRecord, TLShape, TLStore } from '@tldraw/tlschema'
import type { BoardDocument } from '@/lib/board/layout'
import { DOCUMENT_ID, PAGE_ID } from '@/lib/board/seed'
import { OWN_SHAPES } from '@/lib/board/schema'
import type { Author, Step, StepChange } from '@/lib/board/step'
import { transactAs } from '@/lib/board/transact'
import type { RandomBytes } from '@/lib/ids'
import { commitCardMove, commitCardRemoval, commitNewCard } from './commit-cards'
import { commitRecords } from './commit-records'
import type { GestureChanges } from './gesture-changes'
import { shapeOf } from './page-place'

/** Above this, one update could grow larger than the server takes. */
const MOST_IN_ONE_TRANSACTION = 500

/**
 * Which cards find their place. In the middle of a gesture none: it does when it is let go. Where the page may go away,
 * those that stand on the board already; a copy in somebody's hand becomes another card once it is real, so it waits.
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
}

export interface CommitResult {
  readonly step: Step
  /** To be shown as the document has them, because the document may see them otherwise. */
  readonly reread: readonly string[]
  readonly refused: readonly string[]
  /** Duplicated and pasted cards, and the cards that took their place. */
  readonly replaced: readonly { readonly oldId: string; readonly newId: string }[]
}

type Kind = 'free' | 'card' | 'fixed'

/** Writes what the local hand did into the document: cards become placements, the template stays, the rest is free. */
export function commitChanges(commit: Commit): CommitResult {
  const { board, author, changes } = commit
  const ids = [...new Set(changes.ids())]
  const ofKind = (kind: Kind): string[] => ids.filter((id) => kindOf(commit, id) === kind)
  const fixed = ofKind('fixed')
  const cards = ofKind('card').filter((id) => isPlacedNow(commit, id))
  const free = ofKind('free').filter((id) => commit.cards === 'all' || !waitsForCard(commit, id))
  const write = (): CommitResult => {
    const placed = commitCards(commit, cards)
    const renamed = new Map(placed.replaced.map(({ oldId, newId }) => [oldId, newId]))
    const records = commitRecords({ ...commit, renamed }, free)
    return {
      step: [...placed.step, ...records.step],
      reread: [...fixed, ...cards, ...records.refused],
      refused: records.refused,
      replaced: placed.replaced,
    }
  }
  const result = ids.length > MOST_IN_ONE_TRANSACTION ? write() : transactAs(board, author, write)
  changes.settle([...free, ...fixed, ...cards])
  return result
}

function commitCards(commit: Commit, ids: readonly string[]): Pick<CommitResult, 'step' | 'replaced'> {
  const step: StepChange[] = []
  const replaced: { oldId: string; newId: string }[] = []
  for (const id of ids) {
    const card = shapeOf(commit.store, id)
    if (!card) {
      step.push(...commitCardRemoval(commit, id))
    } else if (commit.changes.created.has(id)) {
      const made = commitNewCard(commit, card)
      step.push(...made.step)
      if (made.cardId !== null) replaced.push({ oldId: id, newId: made.cardId })
    } else if (commit.changes.touched.get(id)?.has('place')) {
      step.push(...commitCardMove(commit, card))
    }
  }
  return { step, replaced }
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
  if (id.startsWith('shape:card-')) return 'card'
  const shape = shapeOf(store, id)
  return shape && isCard(shape) ? 'card' : 'free'
}

function isCard(shape: TLShape): boolean {
  return shape.type === OWN_SHAPES.card
}
