import { LIMITS } from '@/lib/sync/limits'

interface Work {
  readonly update: Uint8Array
  readonly workBytes: number
}

/** Takes from the beginning of a queue what one tick may do: at least one update, the rest is for later ticks. */
export function takeTurn<Update extends Work>(queue: Update[]): Update[] {
  let [count, bytes] = [0, 0]
  for (const { update, workBytes } of queue) {
    bytes += Math.max(update.length, workBytes)
    if (count > 0 && bytes > LIMITS.TICK_WORK_BYTES) break
    count++
  }
  return queue.splice(0, count)
}
