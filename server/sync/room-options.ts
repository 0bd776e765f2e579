import type { PersonId } from '@/lib/ids'
import type { CrowdListener } from './bounds/crowd'
import type { ReadTurns } from './bounds/read-turns'
import type { LiveDocumentOptions } from './document/live-document'
import type { ClaimsOnBoard } from './movement/claimed-ids'
import type { Allowance } from './socket/allowance'
import type { TokenBucket } from './socket/token-bucket'

/** What a room is made of, what it asks the process, and what it tells it. */
export interface RoomOptions extends Omit<LiveDocumentOptions, 'listener'>, CrowdListener {
  /** Who was present here first under which client ids, also before this room. */
  readonly claimedIds: ClaimsOnBoard
  /** In which turns large boards are read. */
  readonly readTurns: ReadTurns
  /** By how many structs the board may still grow, also by what came before this room. */
  readonly growth: TokenBucket
  /** The rates of this person at this moment, on all boards. */
  allowanceOf(personId: PersonId): Allowance
  /** Nobody is connected any more. */
  onEmpty(): void
  /** Whether everybody may be interrupted to begin a new epoch. */
  mayInterrupt(): boolean
  /** Its document should begin a new epoch; whoever is connected would load it afresh. */
  onOvergrown(): void
  /** This person was put out for what no working client sends. */
  onOffence(personId: PersonId): void
}
