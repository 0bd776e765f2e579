import { getHeapStatistics } from 'node:v8'
import { LIMITS } from '@/lib/sync/limits'

/** How much one process may have live at once. */
export interface MostLive {
  readonly sockets: number
  readonly ofPerson: number
  readonly rooms: number
  /** Of the documents of all boards. */
  readonly memoryBytes: number
}

/** Of what this process may take at all, which is less on a small machine. */
const SHARE_OF_HEAP = 1 / 3

export const MOST_LIVE: MostLive = {
  sockets: LIMITS.SOCKETS_IN_ALL,
  ofPerson: LIMITS.SOCKETS_OF_PERSON_IN_ALL,
  rooms: LIMITS.ROOMS_IN_ALL,
  memoryBytes: Math.min(
    LIMITS.BOARD_MEMORY_BYTES_IN_ALL,
    getHeapStatistics().heap_size_limit * SHARE_OF_HEAP,
  ),
}
