import type { Role } from '@/lib/access/roles'
import type { BoardDocument, BoardRecord } from '@/lib/board/layout'
import type { ErrorCode } from '@/lib/errors'
import type { BoardId, PersonId } from '@/lib/ids'
import type { Refusal } from '@/lib/sync/messages'
import type { StoredChange } from '../../storage/board-storage'

/** Who sent an update; the role is the one they have at this tick. */
export interface GuardSender {
  readonly connectionId: number
  readonly personId: PersonId
  readonly role: Role
}

/** One update waiting for its tick. */
export interface QueuedUpdate {
  readonly sender: GuardSender
  readonly kind: 'step2' | 'update'
  readonly update: Uint8Array
  /** Which of all that came it is, from 1; absent: it came after all that was reserved until now. */
  readonly number?: number
}

/** What a tick did to one connection. */
export interface SenderOutcome {
  /** How many of its queued updates were taken in (also those whose units were written back). Held ones do not count. */
  readonly taken: number
  readonly refusals: readonly Refusal[]
  /** Writes no honest client of this role would make; added to the connection's budget. */
  readonly violations: number
  /** Such writes that do not count: of one message, which may bring all that was done offline, one counts. */
  readonly forgiven: number
  /** How many bytes of what it overwrote had to be written again, and told to everybody. */
  readonly putBackBytes: number
  /** Updates are held because something they build on is missing: send step1. */
  readonly needsStep1: boolean
  /** This connection has to end, with this code. */
  readonly end: ErrorCode | null
}

/** What one tick did to the document. */
export interface TickOutcome {
  /** The one update to log and send; null where nothing changed. */
  readonly update: Uint8Array | null
  readonly changes: readonly StoredChange[]
  readonly clientIds: readonly { clientId: number; personId: PersonId }[]
  readonly senders: ReadonlyMap<number, SenderOutcome>
  /** How many items the updates of each person moved along in their lists. */
  readonly moved: ReadonlyMap<PersonId, number>
}

/** Stands between the sockets and one board document. */
export interface Guard {
  /** Screens, applies and judges the queue, in order, in one transaction. Never throws for what clients sent. */
  runTick(queue: readonly QueuedUpdate[], now: number): TickOutcome
  /**
   * Keeps a client id seen in somebody's presence for that person, so that nobody else can write under it first: with
   * what came after this number, whenever it has its tick.
   */
  reserve(clientId: number, personId: PersonId, after?: number): void
  /** The connections for which something is held that has not been completed for too long. */
  overdue(now: number): readonly number[]
  /** Begins to wait anew for what completes what is held: until now nobody could send it. */
  waitAfresh(now: number): void
  /** Forgets what is held for a connection that is gone. */
  forget(connectionId: number): void
}

/** How many Yjs client ids a person may still begin to write under, and the note that they did. */
export interface IdsLeft {
  left(personId: PersonId, now: number): number
  spend(personId: PersonId, count: number, now: number): void
}

export interface GuardOptions {
  readonly boardId: BoardId
  readonly board: BoardDocument
  /** Client ids already bound to people; the guard adds to its own copy. */
  readonly clientIds: ReadonlyMap<number, PersonId>
  /** Shared by all guards this board ever has; absent: the guard counts for itself. */
  readonly idsLeft?: IdsLeft
  /** Its readable records, where they were read a moment ago; absent: the guard reads them. */
  readonly records?: ReadonlyMap<string, BoardRecord> | undefined
  /** Whether the board takes nothing that makes it grow; asked once a tick. Absent: never. */
  isFull?(): boolean
  /** How many bytes the document has; asked when it becomes full. Absent: it is encoded to see. */
  measure?(): number
}
