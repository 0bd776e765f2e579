import type { RandomBytes } from '@/lib/ids'
import type { OriginRule } from '../access/origin-rule'
import type { ServerKey } from '../access/server-key'
import type { Tickets } from '../access/tickets'
import type { Visitors } from '../access/visitors'
import type { Log } from '../log'
import type { BoardStorage } from '../storage/board-storage'
import type { Rooms } from '../sync/rooms'
import type { Intake } from './limits/intake'
import type { Asking } from './turns/queue/asking'

/** What the HTTP routes are built from. */
export interface ApiParts {
  readonly storage: BoardStorage
  readonly rooms: Rooms
  readonly visitors: Visitors
  readonly tickets: Tickets
  readonly key: ServerKey
  readonly origin: OriginRule
  readonly intake: Intake
  readonly asking: Asking
  readonly log: Log
  readonly random: RandomBytes
  /** Unix milliseconds. */
  now(): number
}
