import { LIMITS } from '@/lib/sync/limits'

/** How much one process may have live at once. */
export interface MostLive {
  readonly sockets: number
  readonly ofPerson: number
  readonly rooms: number
}

export const MOST_LIVE: MostLive = {
  sockets: LIMITS.SOCKETS_IN_ALL,
  ofPerson: LIMITS.SOCKETS_OF_PERSON_IN_ALL,
  rooms: LIMITS.ROOMS_IN_ALL,
}
