import type { PersonId } from '@/lib/ids'
import type { WaitingUpdate } from './take-turn'
import type { SenderOutcome, TickOutcome } from '../guard/guard'

/** What became safe on disk, ready to be told. */
export interface SafeStep {
  readonly update: Uint8Array | null
  /** The connection that has all of it already, or null. */
  readonly knownTo: number | null
  /** How many updates of each connection this step brought in. */
  readonly taken: ReadonlyMap<number, number>
  /** The state vector of the document without this step and all after it. */
  vectorBefore(): Uint8Array
}

/** What a live document tells its room, and asks it. */
export interface LiveDocumentListener {
  onSafe(step: SafeStep): void
  /** What a tick did to one connection, at once. */
  onOutcome(connectionId: number, outcome: SenderOutcome): void
  /** From now on these client ids are those of whoever wrote under them. */
  onBound(ids: TickOutcome['clientIds']): void
  /** These had their tick. */
  onTaken(updates: readonly WaitingUpdate[]): void
  /** A tick made the document larger by so many structs for what this person sent, connected or not. */
  onGrown(personId: PersonId, structs: number): void
  onStorage(state: 'failing' | 'working'): void
  /** Telling what is safe failed half way: the room has to be loaded afresh. */
  onBroken(): void
  /** There is work for a tick. */
  onWork(): void
  /** Whether anybody has something in hand that a document loaded afresh would take from them. */
  isBusy(): boolean
  /** Whether they may be interrupted all the same, because too many client ids make every tick slow. */
  mayInterrupt(): boolean
  /** It has long been quiet and has grown far beyond what stands on it. */
  onOvergrown(): void
}
