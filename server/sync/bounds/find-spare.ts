import { LIMITS } from '@/lib/sync/limits'

/**
 * Of sockets by whom they are, each person's newest last: the newest of whoever has most, where that is more than
 * everybody may keep, and than this many.
 */
export function findSpare<Socket>(people: Iterable<ReadonlySet<Socket>>, many: number): Socket | undefined {
  let most: ReadonlySet<Socket> = new Set()
  for (const sockets of people) if (sockets.size > most.size) most = sockets
  return most.size > Math.max(LIMITS.SOCKETS_KEPT_OF_PERSON, many) ? [...most].at(-1) : undefined
}
