import { LIMITS } from '@/lib/sync/limits'
import type { Clock } from '../clock'

/** Leaves twice as long as heavy boards took to everything else; at once where they took nothing. */
export function restAfter(clock: Pick<Clock, 'after'>, busyMs: number): Promise<void> {
  if (busyMs === 0) return Promise.resolve()
  return new Promise((resolve) => void clock.after(busyMs * LIMITS.HEAVY_LOAD_REST_TIMES, resolve))
}
