import { cardShapeId, parsePlacementKey, type BoardDocument } from '@/lib/board/layout'
import type { Takers } from '@/lib/board/places/cards/drop-card'
import { listStandingTeams } from '@/lib/board/places/standing-teams'
import { listInstances } from '@/lib/board/read'

/**
 * What the cards of one commit are put down on and taken from, each read once and when first asked for: two hundred
 * cards may be moved or deleted at once.
 */
export class CardGround {
  private readonly board: BoardDocument
  private takers: Takers | null = null
  private keys: ReadonlyMap<string, string> | null = null

  constructor(board: BoardDocument) {
    this.board = board
  }

  /** What takes cards: the templates, and the teams as they stand when the first card is put down. */
  get under(): Takers {
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
}
