import type { RandomBytes } from '@/lib/ids'
import type { ServerKey } from '../access/server-key'
import type { Tickets } from '../access/tickets'
import type { Log } from '../log'
import type { BoardStorage } from '../storage/board-storage'
import type { Rooms } from '../sync/rooms'
import type { Intake } from './intake'
import type { OriginRule } from './origin'
import type { Visitors } from './visitor'

/** What the HTTP routes are built from. */
export interface ApiParts {
  readonly storage: BoardStorage
  readonly rooms: Rooms
  readonly visitors: Visitors
  readonly tickets: Tickets
  readonly key: ServerKey
  readonly origin: OriginRule
  readonly intake: Intake
  readonly log: Log
  readonly random: RandomBytes
  /** Unix milliseconds. */
  now(): number
}
