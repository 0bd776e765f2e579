import type { BoardId } from '@/lib/ids'
import { IdAllowance } from './id-allowance'

/** The allowances of all boards. They outlive rooms: a board loaded afresh is no new allowance. */
export class IdAllowances {
  readonly #boards = new Map<BoardId, IdAllowance>()

  /** The allowance on this board. Those of boards that are not live and do not matter any more are forgotten. */
  of(boardId: BoardId, now: number, isLive: (boardId: BoardId) => boolean): IdAllowance {
    for (const [id, ids] of this.#boards) if (!isLive(id) && ids.isWhole(now)) this.#boards.delete(id)
    const known = this.#boards.get(boardId) ?? new IdAllowance()
    this.#boards.set(boardId, known)
    return known
  }
}
