import { cardShapeId, parsePlacementKey, type BoardDocument, type BoardRecord } from '@/lib/board/layout'
import { dropCard, type Takers } from '@/lib/board/places/cards/drop-card'
import { DroppedCards, type CardDrop } from '@/lib/board/places/cards/loose/dropped-cards'
import type { Hold } from '@/lib/board/places/placement'
import { listStandingTeams } from '@/lib/board/places/teams/standing-teams'
import { findRecord, listInstances } from '@/lib/board/read'
import type { Step } from '@/lib/board/step'
import type { Point } from '@/lib/geometry/point'

/**
 * What the cards of one commit are put down on and taken from, each read once and when first asked for: two hundred
 * cards may be moved or deleted at once.
 */
export class CardGround {
  private readonly board: BoardDocument
  private takers: Takers | null = null
  private keys: ReadonlyMap<string, string> | null = null
  private bound: Map<string, Set<string>> | null = null
  private readonly dropped: DroppedCards

  /** `inHand` are the shapes of the cards that will be put down. */
  constructor(board: BoardDocument, inHand: Iterable<string>) {
    this.board = board
    this.dropped = new DroppedCards(board, inHand)
  }

  /** Puts a card down with its top left corner at this page point, and answers what it takes. */
  drop(shapeId: string, at: Point, hold: Hold): CardDrop {
    return this.dropped.rest(shapeId, this.put(at, hold))
  }

  /** What a card takes that stays exactly where it is put. */
  put(at: Point, hold: Hold): CardDrop {
    return dropCard(this.under, at, hold)
  }

  /** What takes cards: the templates, and the teams as they stand when the first card is put down. */
  private get under(): Takers {
    this.takers ??= { instances: listInstances(this.board), teams: listStandingTeams(this.board) }
    return this.takers
  }

  /** The placement a derived card shows; null where the id is no such card. */
  keyOf(cardId: string): string | null {
    this.keys ??= new Map(
      [...this.board.placements.keys()].flatMap((key) => {
        const ids = parsePlacementKey(key)
        return ids ? [[cardShapeId(ids.initiativeId, ids.instanceId), key] as const] : []
      }),
    )
    return this.keys.get(cardId) ?? null
  }

  /** The ends of arrows that hang on this card in the document. */
  boundTo(cardId: string): readonly BoardRecord[] {
    const hangs = (end: BoardRecord | null): end is BoardRecord => end?.['toId'] === cardId
    return [...(this.ends.get(cardId) ?? [])].map((id) => findRecord(this.board, id)).filter(hangs)
  }

  /** What was taken back of this gesture: ends of arrows may hang where they did before. */
  noteTakenBack(changes: Step): void {
    for (const change of changes)
      if (change.kind === 'unit' && change.unit === 'toId') add(this.ends, change.after, change.id)
  }

  /** The ids of ends, by what they hang on when they are first asked for. */
  private get ends(): Map<string, Set<string>> {
    if (this.bound) return this.bound
    this.bound = new Map()
    for (const id of this.board.records.keys())
      if (id.startsWith('binding:')) add(this.bound, findRecord(this.board, id)?.['toId'], id)
    return this.bound
  }
}

function add(ends: Map<string, Set<string>>, toId: unknown, id: string): void {
  if (typeof toId === 'string') ends.set(toId, (ends.get(toId) ?? new Set()).add(id))
}
