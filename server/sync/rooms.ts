import type { Role } from '@/lib/access/roles'
import type { BoardDocument } from '@/lib/board/layout'
import type { Author, Step } from '@/lib/board/step'
import { AppError, ERRORS, type ErrorCode } from '@/lib/errors'
import type { BoardId, PersonId } from '@/lib/ids'
import { LIMITS } from '@/lib/sync/limits'
import type { Log } from '../log'
import type { BoardStorage } from '../storage/board-storage'
import type { Clock } from './clock'
import { createGuard as createRealGuard } from './guard/create-guard'
import type { Applied } from './document/queues/operation'
import type { Guard, GuardOptions } from './guard/guard'
import { loadAtOnce, type LoadTurns } from './bounds/load-turns'
import { MOST_LIVE, type MostLive } from './bounds/most-live'
import { ProcessBounds } from './bounds/process-bounds'
import { UnloadTurns } from './bounds/unload-turns'
import type { Newcomer, Room } from './room'
import { createEntry, isInUse, type Entry } from './room-entry'
import { RoomLoader } from './room-loader'
import type { SyncSocket } from './socket/sync-socket'

/** Who knocks at which board. `epoch` is the one their copy of the document belongs to, where they have one. */
export interface Knock extends Newcomer {
  readonly boardId: BoardId
  readonly epoch?: number
}

/** The live boards of this process. */
export interface Rooms {
  start(): void
  /** Writes what came, closes every socket with 1012 and refuses new ones. Harmless when called twice. */
  stop(): Promise<void>
  /**
   * Whether this person would be turned away now for how often they connected or how many sockets they have, or because
   * this process has as many sockets or boards as it may, so that nothing need be looked up. A board that is full of
   * others is no such reason: who was removed hears that first.
   */
  turnsAway(boardId: BoardId, personId: PersonId): boolean
  /** Lets a socket in, or closes it with the code that says why not. Answers which; never rejects. */
  connect(socket: SyncSocket, knock: Knock): Promise<boolean>
  /** Makes a role hold on the open sockets of a person. */
  setRole(boardId: BoardId, personId: PersonId, role: Role): void
  /** Makes a name hold on the open sockets of a person, on every board. */
  rename(personId: PersonId, name: string): void
  /** Tells everybody on a board what it is called from now on. */
  retitle(boardId: BoardId, title: string): void
  /** Closes the open sockets of a person on one board for this reason. */
  putOut(boardId: BoardId, personId: PersonId, code: ErrorCode): void
  /** Writes what came on a board, then puts everybody out for this reason; whoever may still knocks again. */
  close(boardId: BoardId, code: ErrorCode): Promise<void>
  /**
   * Runs an operation of the server on a board; resolves when it is safe on disk, or when it is known to get there
   * late; what a stop leaves unknown, `LiveDocument.apply` says. Throws an AppError where nothing was done or stays.
   */
  apply(boardId: BoardId, author: Author, run: (board: BoardDocument) => Step): Promise<Applied>
  /** Reads a board as it is on disk. Throws an AppError. */
  read<Value>(boardId: BoardId, run: (board: BoardDocument) => Value): Promise<Value>
  /** How much is live at this moment, for the log. */
  stats(): { rooms: number; sockets: number }
}

export interface RoomsOptions {
  readonly storage: BoardStorage
  readonly log: Log
  readonly clock: Clock
  readonly createGuard?: (options: GuardOptions) => Guard
  /** In which turns heavy boards are loaded; each at once where it is left out. */
  readonly loadTurns?: LoadTurns
  /** How many sockets and live boards there may be; the limits of a process where it is left out. */
  readonly most?: Partial<MostLive>
}

/** Makes the live boards. Nothing happens before `start`. */
export function createRooms(options: RoomsOptions): Rooms {
  return new LiveRooms(options)
}

class LiveRooms implements Rooms {
  readonly #options: RoomsOptions
  readonly #loader: RoomLoader
  readonly #entries = new Map<BoardId, Entry>()
  readonly #bounds: ProcessBounds
  readonly #most: MostLive
  readonly #unloading: UnloadTurns
  #isRunning = false

  constructor(options: RoomsOptions) {
    this.#options = options
    this.#most = { ...MOST_LIVE, ...options.most }
    this.#bounds = new ProcessBounds({
      ...{ clock: options.clock, log: options.log, most: this.#most },
      sizes: () => this.#rooms().map(({ memoryBytes }) => memoryBytes),
      isLive: (boardId) => this.#entries.has(boardId),
    })
    const { storage, log, clock, createGuard = createRealGuard, loadTurns = loadAtOnce(clock) } = options
    this.#unloading = new UnloadTurns(clock)
    this.#loader = new RoomLoader({
      ...{ storage, log, clock, createGuard, turns: loadTurns, bounds: this.#bounds },
      letOneGo: () => this.#letOneGo(),
      onEmpty: (boardId) => this.#considerUnloading(this.#entries.get(boardId)),
      onOvergrown: (boardId) => {
        log.info('room.overgrown', { boardId })
        void this.close(boardId, 'restarting')
      },
    })
  }

  start(): void {
    this.#isRunning = true
  }

  async stop(): Promise<void> {
    this.#isRunning = false
    this.#options.loadTurns?.stop()
    await Promise.all([...this.#entries.values()].map((entry) => this.#stopEntry(entry)))
  }

  turnsAway(boardId: BoardId, personId: PersonId): boolean {
    const { sockets, doorkeeper } = this.#bounds
    if (sockets.isFullFor(personId) || doorkeeper.turnsAway(boardId, personId)) return true
    const entry = this.#entries.get(boardId)
    return entry ? entry.room?.hasAllOf(personId) === true : !this.#hasSpace()
  }

  async connect(socket: SyncSocket, knock: Knock): Promise<boolean> {
    try {
      return await this.#bounds.sockets.whileWaiting(knock.person.personId, () => this.#admit(socket, knock))
    } catch (thrown) {
      this.#refuse(socket, knock.boardId, thrown)
      return false
    }
  }

  setRole(boardId: BoardId, personId: PersonId, role: Role): void {
    this.#entries.get(boardId)?.room?.setRole(personId, role)
  }

  rename(personId: PersonId, name: string): void {
    for (const { room } of this.#entries.values()) room?.rename(personId, name)
  }

  retitle(boardId: BoardId, title: string): void {
    this.#entries.get(boardId)?.room?.retitle(title)
  }

  putOut(boardId: BoardId, personId: PersonId, code: ErrorCode): void {
    this.#entries.get(boardId)?.room?.putOut(personId, code)
  }

  async close(boardId: BoardId, code: ErrorCode): Promise<void> {
    const entry = this.#entries.get(boardId)
    if (entry) await this.#stopEntry(entry, code)
  }

  apply(boardId: BoardId, author: Author, run: (board: BoardDocument) => Step): Promise<Applied> {
    return this.#visit(boardId, (room) => room.apply(author, run))
  }

  read<Value>(boardId: BoardId, run: (board: BoardDocument) => Value): Promise<Value> {
    return this.#use(boardId, (room) => room.reads.read(run))
  }

  stats(): { rooms: number; sockets: number } {
    const rooms = this.#rooms()
    return { rooms: rooms.length, sockets: rooms.reduce((sum, room) => sum + room.connectionCount, 0) }
  }

  #rooms(): Room[] {
    return [...this.#entries.values()].flatMap(({ room }) => room ?? [])
  }

  async #admit(socket: SyncSocket, knock: Knock): Promise<boolean> {
    if (!this.#bounds.doorkeeper.mayConnect(knock.boardId, knock.person.personId))
      throw new AppError('overloaded', 'connects too often, or too soon after it was put out')
    return this.#visit(knock.boardId, (room) => {
      if (knock.epoch !== undefined && knock.epoch !== room.epoch) {
        throw new AppError('epoch-changed', 'the socket belongs to another epoch')
      }
      return room.join(socket, knock)
    })
  }

  #visit<Value>(boardId: BoardId, work: (room: Room) => Value | Promise<Value>): Promise<Value> {
    return this.#use(boardId, (room) => {
      const entry = this.#entries.get(boardId)
      if (entry) entry.isWorthKeeping = true
      return work(room)
    })
  }

  /** Runs this with the loaded room, which stays in memory meanwhile. */
  async #use<Value>(boardId: BoardId, work: (room: Room) => Value | Promise<Value>): Promise<Value> {
    if (!this.#isRunning) throw new AppError('restarting', 'the server takes nothing in')
    const entry = this.#entries.get(boardId) ?? this.#open(boardId)
    entry.users++
    try {
      const room = await entry.loading
      if (!this.#isRunning) throw new AppError('restarting', 'the server stopped while a board was loaded')
      return await work(room)
    } finally {
      entry.users--
      this.#considerUnloading(entry)
    }
  }

  /** Whether one more board may be loaded, if need be in place of one that nobody is on. */
  #hasSpace(): boolean {
    return this.#entries.size < this.#most.rooms || this.#findSpare() !== undefined
  }

  /** A board that is only kept in case somebody comes back, and loses nothing by being let go at once. */
  #findSpare(): Entry | undefined {
    return [...this.#entries.values()].find(
      (entry) => !entry.isCompacting && !isInUse(entry) && entry.room?.isSettled,
    )
  }

  #letOneGo(): boolean {
    const spare = this.#findSpare()
    if (spare) this.#letGo(spare)
    return spare !== undefined
  }

  #makeSpaceFor(boardId: BoardId): void {
    this.#bounds.memory.makeSpaceFor(boardId, () => this.#letOneGo())
    if (this.#entries.size < this.#most.rooms || this.#letOneGo()) return
    throw new AppError('overloaded', 'this process has as many boards open as it may')
  }

  #open(boardId: BoardId): Entry {
    this.#makeSpaceFor(boardId)
    const { clock } = this.#options
    const startedAt = clock.now()
    const loading = this.#loader.load(boardId)
    const entry = createEntry(boardId, loading)
    this.#entries.set(boardId, entry)
    loading.then(
      (room) => {
        entry.room = room
        // Whoever reads it again and again would have everybody wait for that again and again.
        if (clock.now() - startedAt > LIMITS.ROOM_QUICK_LOAD_MS) entry.isWorthKeeping = true
      },
      () => this.#drop(entry),
    )
    return entry
  }

  #refuse(socket: SyncSocket, boardId: BoardId, thrown: unknown): void {
    const code = thrown instanceof AppError ? thrown.code : 'internal'
    if (ERRORS[code].ours) this.#options.log.error('room.load-failed', { boardId, code, cause: thrown })
    else this.#options.log.info('socket.refused', { boardId, code })
    socket.close(ERRORS[code].closeCode, code)
    socket.resume()
  }

  /** Whether it is loaded and nobody is on it. */
  #isLeft(entry: Entry): boolean {
    return this.#entries.get(entry.boardId) === entry && !isInUse(entry)
  }

  #considerUnloading(entry: Entry | undefined): void {
    if (!entry) return
    entry.cancelGrace?.()
    entry.cancelGrace = null
    if (!this.#isRunning || !this.#isLeft(entry)) return
    const isKept = entry.isWorthKeeping && !entry.room?.isBroken
    const graceMs = isKept ? LIMITS.ROOM_GRACE_MS : 0
    entry.cancelGrace = this.#options.clock.after(graceMs, () => void this.#unload(entry))
  }

  /** Unloads a room nobody uses, once it is written. Somebody may come at any moment, so it asks again and again. */
  async #unload(entry: Entry): Promise<void> {
    const { room } = entry
    if (!room || entry.isUnloading) return
    entry.isUnloading = true
    await room.settle()
    const done = this.#unloading.inTurn(() => this.#compact(entry, room))
    await done.finally(() => (entry.isUnloading = false))
    // It may have made room for another while it waited.
    if (!this.#isLeft(entry)) return
    if (!room.isSettled) return this.#considerUnloading(entry)
    this.#letGo(entry)
  }

  async #compact(entry: Entry, room: Room): Promise<void> {
    if (room.isBroken || !this.#isLeft(entry)) return
    entry.isCompacting = true
    await room.compact().finally(() => (entry.isCompacting = false))
  }

  #letGo(entry: Entry): void {
    this.#drop(entry)
    entry.room?.close()
    this.#options.log.info('room.unloaded', { boardId: entry.boardId })
  }

  async #stopEntry(entry: Entry, code: ErrorCode = 'restarting'): Promise<void> {
    entry.cancelGrace?.()
    const room = await entry.loading.catch(() => null)
    await room?.stop(code)
    this.#drop(entry)
  }

  #drop(entry: Entry): void {
    entry.cancelGrace?.()
    entry.cancelGrace = null
    if (this.#entries.get(entry.boardId) === entry) this.#entries.delete(entry.boardId)
  }
}
