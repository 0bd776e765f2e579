import type { BoardId } from '@/lib/ids'
import { LIMITS } from '@/lib/sync/limits'
import { TokenBucket } from '../socket/token-bucket'

const { BOARD_GROWTH_STRUCTS_PER_SECOND, BOARD_GROWTH_STRUCTS_AT_ONCE } = LIMITS

/** By how many structs each board may still grow. This outlives rooms: a board loaded afresh is no new allowance. */
export class BoardGrowths {
  readonly #boards = new Map<BoardId, TokenBucket>()

  /** What this board may still take. Those that are not live and have all of it are forgotten. */
  of(boardId: BoardId, now: number, isLive: (boardId: BoardId) => boolean): TokenBucket {
    for (const [id, growth] of this.#boards) if (!isLive(id) && growth.isFull(now)) this.#boards.delete(id)
    const known =
      this.#boards.get(boardId) ??
      new TokenBucket(BOARD_GROWTH_STRUCTS_PER_SECOND, BOARD_GROWTH_STRUCTS_AT_ONCE, now)
    this.#boards.set(boardId, known)
    return known
  }
}
