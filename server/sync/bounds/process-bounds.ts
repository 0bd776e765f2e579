import type { BoardId } from '@/lib/ids'
import type { Log } from '../../log'
import type { Clock } from '../clock'
import { BoardGrowths } from './board-growths'
import { Doorkeeper } from './doorkeeper'
import { IdAllowances } from '../guard/id-allowances'
import { ClaimedIds } from '../movement/claimed-ids'
import { MemoryWatch } from './memory-watch'
import type { MostLive } from './most-live'
import { ReadTurns } from './read-turns'
import type { RoomOptions } from '../room-options'
import { PersonAllowances } from '../socket/allowance'
import { SocketCount } from './socket-count'
import { UnfinishedWatch } from './unfinished-watch'
import { UrgentRenewals } from './urgent-renewals'

interface ProcessBoundsOptions {
  readonly clock: Clock
  readonly log: Log
  readonly most: MostLive
  /** About how much memory each loaded board takes. */
  sizes(): readonly number[]
  isLive(boardId: BoardId): boolean
}

type RoomBounds = Pick<
  RoomOptions,
  | 'idsLeft'
  | 'claimedIds'
  | 'readTurns'
  | 'allowanceOf'
  | 'growth'
  | 'makeWayFor'
  | 'onOffence'
  | 'onCount'
  | 'onBeat'
  | 'mayInterrupt'
>

/** What bounds the boards of one process together, and what outlives each of them. */
export class ProcessBounds {
  readonly doorkeeper: Doorkeeper
  readonly sockets: SocketCount
  readonly memory: MemoryWatch
  readonly #options: ProcessBoundsOptions
  readonly #idsLeft = new IdAllowances()
  readonly #claimedIds = new ClaimedIds()
  readonly #allowances = new PersonAllowances()
  readonly #growths = new BoardGrowths()
  readonly #readTurns: ReadTurns
  readonly #unfinished: UnfinishedWatch
  readonly #urgentRenewals: UrgentRenewals

  constructor(options: ProcessBoundsOptions) {
    const { clock, log, most } = options
    const sizes = (): readonly number[] => options.sizes()
    this.#options = options
    this.doorkeeper = new Doorkeeper(clock)
    this.sockets = new SocketCount(most)
    this.memory = new MemoryWatch({ clock, log, mostBytes: most.memoryBytes, sizes })
    this.#readTurns = new ReadTurns(clock)
    this.#unfinished = new UnfinishedWatch(clock)
    this.#urgentRenewals = new UrgentRenewals(clock)
  }

  /** What the room of this board asks and tells. */
  forRoom(boardId: BoardId): RoomBounds {
    const { clock, isLive } = this.#options
    return {
      idsLeft: this.#idsLeft.of(boardId, clock.now(), isLive),
      growth: this.#growths.of(boardId, clock.now(), isLive),
      readTurns: this.#readTurns,
      claimedIds: this.#claimedIds.of(boardId),
      allowanceOf: (personId) => this.#allowances.of(personId, clock.now()),
      makeWayFor: (personId) => this.sockets.makeWayFor(personId),
      onOffence: (personId) => this.doorkeeper.noteOffence(boardId, personId),
      onCount: (connection, by) => {
        this.sockets.count(connection, by)
        this.#unfinished.count(connection, by)
      },
      onBeat: () => {
        this.#unfinished.look()
        this.memory.look()
      },
      mayInterrupt: () => this.#urgentRenewals.take(boardId),
    }
  }
}
