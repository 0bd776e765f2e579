import { LIMITS } from '@/lib/sync/limits'

/** Whoever moved within this time counts as moving. */
const LATELY_MS = 1_000

/** For a cursor that only points, and for one whose hand carries something. */
export interface CursorIntervals {
  readonly freeMs: number
  readonly inHandMs: number
}

/** How often the cursors of a room are told: as they come, until many move at once. */
export class CursorPace {
  readonly #movedAt = new Map<number, number>()

  /** Notes that the cursor of this client moved. */
  note(clientId: number, now: number): void {
    this.#movedAt.set(clientId, now)
  }

  /** The least time between two tellings of one cursor at this moment; nothing is held back while few move. */
  intervals(now: number): CursorIntervals {
    const moving = this.#countMoving(now)
    if (moving * LIMITS.CURSORS_PER_SECOND <= LIMITS.CURSORS_PER_SECOND_IN_ALL)
      return { freeMs: 0, inHandMs: 0 }
    const freeMs = (moving * 1_000) / LIMITS.CURSORS_PER_SECOND_IN_ALL
    return { freeMs, inHandMs: Math.max(freeMs, 1_000 / LIMITS.CURSORS_IN_HAND_PER_SECOND) }
  }

  #countMoving(now: number): number {
    for (const [clientId, at] of this.#movedAt)
      if (Math.abs(now - at) > LATELY_MS) this.#movedAt.delete(clientId)
    return this.#movedAt.size
  }
}
