import type { BoardId } from '@/lib/ids'
import { LIMITS } from '@/lib/sync/limits'
import type { LoadedBoard } from '../storage/board-storage'
import type { LoadTurns } from './bounds/load-turns'
import type { ProcessBounds } from './bounds/process-bounds'
import { DocumentSize } from './document/growth/document-size'
import { isHeavy } from './document/pieces/is-heavy'
import { loadCurrent, loadStored } from './document/load-current'
import { weighInPieces } from './document/growth/weigh-content'
import { readRecords } from './guard/record-view'
import { Pace } from './pace'
import { Room } from './room'
import type { RoomOptions } from './room-options'

interface RoomLoaderOptions extends Pick<RoomOptions, 'storage' | 'clock' | 'log' | 'createGuard'> {
  readonly bounds: ProcessBounds
  readonly turns: LoadTurns
  /** Lets a board go that nobody is on; false where there is none. */
  letOneGo(): boolean
  onEmpty(boardId: BoardId): void
  onOvergrown(boardId: BoardId): void
}

interface Built {
  readonly room: Room
  /** So many were read beside the snapshot. */
  readonly updates: number
}

/** Makes rooms of stored boards: light ones as they are asked for, heavy ones in turns. */
export class RoomLoader {
  readonly #options: RoomLoaderOptions

  constructor(options: RoomLoaderOptions) {
    this.#options = options
  }

  /** Loads a board whole. Rejects with an AppError where it cannot be loaded, or not at the moment. */
  async load(boardId: BoardId): Promise<Room> {
    const { clock, log } = this.#options
    const startedAt = clock.now()
    const { room, updates } = await this.#loadInTurn(boardId)
    log.info('room.loaded', { boardId, updates, tookMs: clock.now() - startedAt })
    return room
  }

  async #loadInTurn(boardId: BoardId): Promise<Built> {
    const { storage, clock, turns } = this.#options
    let stored: LoadedBoard | null = null
    const inTurn = (): Promise<Built> =>
      turns.inTurn(async (pace) =>
        this.#build(boardId, stored ?? (await loadStored({ storage, boardId })), pace),
      )
    // Not read before its turn: whoever saves something would wait until megabytes of all who ask are read.
    if ((await storage.measureDocument(boardId)) > LIMITS.HEAVY_LOAD_BYTES) return inTurn()
    stored = await loadStored({ storage, boardId })
    if (!isHeavy(stored)) return this.#build(boardId, stored, new Pace(clock))
    const built = inTurn()
    // Where the turn has not begun by now, all of it would wait for it: it is read again.
    stored = null
    return built
  }

  async #build(boardId: BoardId, stored: LoadedBoard, pace: Pace): Promise<Built> {
    const { storage, log, clock, createGuard, bounds, letOneGo } = this.#options
    const { loaded, board } = await loadCurrent({ storage, boardId, log, now: clock.now(), pace, stored })
    const isCrowding = (bytes: number): boolean => bounds.memory.isCrowding(bytes)
    const contentBytes = await pace.run(weighInPieces(board.doc))
    const size = new DocumentSize({ doc: board.doc, loaded, clock, contentBytes, isCrowding })
    bounds.memory.makeSpaceFor(boardId, letOneGo, size.memoryBytes)
    const records = await pace.run(readRecords(board))
    const room = new Room({
      ...{ boardId, loaded, board, size, records, storage, clock, log, createGuard },
      ...bounds.forRoom(boardId),
      onEmpty: () => this.#options.onEmpty(boardId),
      onOvergrown: () => this.#options.onOvergrown(boardId),
    })
    return { room, updates: loaded.updates.length }
  }
}
