import type { BoardId } from '@/lib/ids'
import { LIMITS } from '@/lib/sync/limits'
import type { Clock } from '../clock'

/**
 * Which boards were lately loaded afresh although people had something in hand. A room cannot know: it ends with each.
 * Who makes a board grow again and again would otherwise put everybody out every few seconds.
 */
export class UrgentRenewals {
  readonly #clock: Clock
  readonly #last = new Map<BoardId, number>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** Whether this board may be renewed so now, which then counts as done; once within the time it has to be quiet. */
  take(boardId: BoardId): boolean {
    const now = this.#clock.now()
    for (const [id, at] of this.#last) if (Math.abs(now - at) >= LIMITS.RENEW_IDLE_MS) this.#last.delete(id)
    if (this.#last.has(boardId)) return false
    this.#last.set(boardId, now)
    return true
  }
}
