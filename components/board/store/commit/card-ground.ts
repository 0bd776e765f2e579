import { cardShapeId, parsePlacementKey, type BoardDocument, type BoardRecord } from '@/lib/board/layout'
import { dropCard, type Takers } from '@/lib/board/places/cards/drop-card'
import { DroppedCards, type CardDrop } from '@/lib/board/places/cards/loose/dropped-cards'
import type { Hold } from '@/lib/board/places/placement'
import { listStandingTeams } from '@/lib/board/places/teams/standing-teams'
import { findRecord, listInstances } from '@/lib/board/read'
import type { Point } from '@/lib/geometry/point'

/**
 * What the cards of one commit are put down on and taken from, each read once and when first asked for: two hundred
 * cards may be moved or deleted at once.
 */
export class CardGround {
  private readonly board: BoardDocument
  private takers: Takers | null = null
  private keys: ReadonlyMap<string, string> | null = null
  private bindings: readonly string[] | null = null
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

  /** The ends of arrows that hang on this card as the document has it now. */
  boundTo(cardId: string): readonly BoardRecord[] {
    this.bindings ??= [...this.board.records.keys()].filter((id) => id.startsWith('binding:'))
    return this.bindings
      .flatMap((id) => findRecord(this.board, id) ?? [])
      .filter(({ toId }) => toId === cardId)
  }
}
