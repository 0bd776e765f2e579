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

/** Takes from the beginning of a queue what one tick may do: at least one update, the rest is for later ticks. */
export function takeTurn<Update extends Work>(queue: Update[]): Update[] {
  let [count, bytes] = [0, 0]
  for (const waiting of queue) {
    bytes += workOf(waiting)
    if (count > 0 && bytes > LIMITS.TICK_WORK_BYTES) break
    count++
  }
  return queue.splice(0, count)
}
