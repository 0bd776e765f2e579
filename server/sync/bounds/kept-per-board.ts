import type { BoardId } from '@/lib/ids'
import type { Kind } from '../socket/kept-until-whole'

/** What is still allowed on each board. It outlives rooms: a board loaded afresh is no new allowance. */
export class KeptPerBoard<Kept> {
  readonly #boards = new Map<BoardId, Kept>()
  readonly #kind: Kind<Kept>

  constructor(kind: Kind<Kept>) {
    this.#kind = kind
  }

  /** What is kept of this board. What does not matter any more of boards that are not live is forgotten. */
  of(boardId: BoardId, now: number, isLive: (boardId: BoardId) => boolean): Kept {
    for (const [id, kept] of this.#boards)
      if (!isLive(id) && this.#kind.isWhole(kept, now)) this.#boards.delete(id)
    const kept = this.#boards.get(boardId) ?? this.#kind.begin(now)
    this.#boards.set(boardId, kept)
    return kept
  }
}
