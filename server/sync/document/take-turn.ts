import type { Role } from '@/lib/access/roles'
import type { PersonId } from '@/lib/ids'
import { LIMITS } from '@/lib/sync/limits'

interface Work {
  readonly update: Uint8Array
  /** How much work its parts are, see `weighUpdate`. */
  readonly workBytes: number
}

/** One update of a connection, waiting for its tick. */
export interface WaitingUpdate extends Work {
  readonly connectionId: number
  readonly personId: PersonId
  /** The role at the time of asking, so that a role change holds for what waits. */
  role(): Role
  readonly kind: 'step2' | 'update'
}

/** How much of what one tick may do this is, in bytes. */
export function workOf({ update, workBytes }: Work): number {
  return Math.max(update.length, workBytes)
}

/** What one tick takes. */
interface Turn<Update> {
  readonly taken: Update[]
  /** How much the ticks until here might have done and did not, as what came next did not fit. */
  readonly spareBytes: number
}

/**
 * Takes from the beginning of a queue what one tick may do: at least one update, the rest is for later ticks. What those
 * before spared is for the first that does not fit: else little that always comes before it would keep it out for ever.
 */
export function takeTurn<Update extends Work>(queue: Update[], sparedBytes = 0): Turn<Update> {
  let [count, leftBytes, spareBytes] = [0, LIMITS.TICK_WORK_BYTES, sparedBytes]
  for (const waiting of queue) {
    const afterBytes = leftBytes - workOf(waiting)
    if (count > 0 && afterBytes + spareBytes < 0) break
    count++
    leftBytes = Math.max(0, afterBytes)
    if (afterBytes >= 0) continue
    spareBytes = Math.max(0, spareBytes + afterBytes)
    break
  }
  const isAll = count === queue.length
  return { taken: queue.splice(0, count), spareBytes: isAll ? 0 : leftBytes + spareBytes }
}
