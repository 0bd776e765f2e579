import type { BoardDocument, BoardRecord } from '@/lib/board/layout'
import { SERVER_PERSON, type Author, type Step } from '@/lib/board/step'
import { AppError } from '@/lib/errors'
import type { BoardId, PersonId } from '@/lib/ids'
import { LIMITS } from '@/lib/sync/limits'
import type { Log } from '../../log'
import type { BoardStorage, LoadedBoard, UpdateBatch } from '../../storage/board-storage'
import type { Clock } from '../clock'
import type { Guard, GuardOptions, IdsLeft, TickOutcome } from '../guard/guard'
import { CommitQueue, type Commit } from './queues/commit-queue'
import { Compaction } from './growth/compaction'
import type { DocumentSize } from './growth/document-size'
import { findKnowing } from './find-knowing'
import { GrowthWatch } from './growth/growth-watch'
import { runOperation, type Applied, type Operation } from './queues/operation'
import { isAskedFor } from './is-asked-for'
import { countDocumentStructs } from './growth/count-document'
import type { LiveDocumentListener, SafeStep } from './live-document-listener'
import { OperationQueue } from './queues/operation-queue'
import { RestCalls } from './queues/rest-calls'
import { shareGrowth } from './growth/share-growth'
import { Stillness } from './pieces/stillness'
import { vectorBefore } from './state-vector'
import type { WaitingUpdate } from './take-turn'
import { UpdateQueue, type NumberedUpdate } from './queues/update-queue'

export interface LiveDocumentOptions {
  readonly boardId: BoardId
  readonly board: BoardDocument
  readonly loaded: LoadedBoard
  readonly size: DocumentSize
  readonly storage: BoardStorage
  readonly clock: Clock
  readonly log: Log
  readonly idsLeft: IdsLeft
  readonly records: ReadonlyMap<string, BoardRecord>
  createGuard(options: GuardOptions): Guard
  readonly listener: LiveDocumentListener
}

/** One step of the document on its way to disk, and what to do with it afterwards. */
interface Done extends Omit<SafeStep, 'update' | 'vectorBefore'>, Omit<Commit, 'onSafe'> {
  readonly onSafe?: () => void
}

/** A board document in memory: changed in ticks, written in order, told only when safe. */
export class LiveDocument {
  readonly board: BoardDocument
  readonly #options: LiveDocumentOptions
  readonly #guard: Guard
  readonly #commits: CommitQueue
  readonly #compaction: Compaction
  readonly #size: DocumentSize
  readonly #growth: GrowthWatch
  readonly #clientIds: Map<number, PersonId>
  readonly #operations = new OperationQueue()
  readonly #waitingForRest = new RestCalls()
  readonly #queue = new UpdateQueue()
  /** How often what the document holds has changed. */
  version = 0
  /** Keeps it as it is while somebody reads it in pieces: no tick runs. */
  readonly stillness = new Stillness(() => this.hasWork && this.#options.listener.onWork())
  /** A tick failed half way: what the document holds may never become a snapshot. */
  #isBroken = false

  constructor(options: LiveDocumentOptions) {
    const { boardId, board, loaded, storage, clock, log, idsLeft, records } = options
    this.board = board
    this.#options = options
    this.#clientIds = new Map(loaded.clientIds).set(board.doc.clientID, SERVER_PERSON)
    this.#size = options.size
    this.#growth = new GrowthWatch({
      ...{ board, clock, onOvergrown: () => options.listener.onOvergrown() },
      mayInterrupt: () => options.listener.mayInterrupt(),
      isFree: () => this.isSettled && !this.#isBroken && !options.listener.isBusy(),
    })
    this.#guard = options.createGuard({
      ...{ boardId, board, clientIds: loaded.clientIds, idsLeft, records },
      isFull: () => this.#size.isFull(),
      measure: () => this.#size.exactBytes(),
    })
    this.#compaction = new Compaction({
      ...{ storage, boardId, loaded, doc: board.doc, clock, log },
      isAtRest: () => this.isAtRest && !this.#isBroken,
      onMeasured: (bytes) => this.#size.set(bytes),
    })
    this.#commits = new CommitQueue({
      ...{ storage, boardId, clock, log },
      onStateChanged: (state) => this.#hearStorage(state),
      onBroken: () => {
        this.#isBroken = true
        options.listener.onBroken()
      },
      onWritten: (written) => this.#compaction.note(written),
      onIdle: () => this.#rest(),
    })
  }

  /** Whether all that the document holds is safe on disk. */
  get isAtRest(): boolean {
    return this.#commits.isIdle
  }

  /** Whether nothing waits for a tick or for the disk. */
  get isSettled(): boolean {
    return this.isAtRest && !this.hasWork
  }

  /** Whether anything waits for a tick. */
  get hasWork(): boolean {
    return !this.#queue.isEmpty || this.#operations.length > 0
  }

  get isFailing(): boolean {
    return this.#commits.isFailing
  }

  /** The state vector of what is safe on disk. */
  safeVector(): Uint8Array {
    return vectorBefore(this.board.doc, this.#commits.unsafeUpdates())
  }

  /** To whom a Yjs client id belongs by what it wrote. */
  ownerOf(clientId: number): PersonId | undefined {
    return this.#clientIds.get(clientId)
  }

  /** Keeps a client id that somebody is present under for that person; what was written under it before is first. */
  reserve(clientId: number, personId: PersonId): void {
    this.#guard.reserve(clientId, personId, this.#queue.lastNumber)
  }

  /** Takes an update, to be screened and applied in the next tick. */
  push(waiting: WaitingUpdate): void {
    this.#queue.push(waiting)
    this.#options.listener.onWork()
  }

  /**
   * Runs an operation in the next tick; resolves when it is safe on disk, or when it is known to get there late.
   * Rejects with `storage-failed` where nothing was done, and with `restarting` where the room was closed and it never
   * gets there. What is being written when the room is closed is answered when that write ends: should the process end
   * first, it stays unknown, as it does for what was to get there late.
   */
  apply(author: Author, run: (board: BoardDocument) => Step): Promise<Applied> {
    if (this.isFailing) return Promise.reject(cannotBeSaved())
    const applied = this.#operations.push(author, run)
    this.#options.listener.onWork()
    return applied
  }

  /** The connections for which something is held that has not been completed for too long, while it could be. */
  overdue(): readonly number[] {
    if (this.#isPutOff) return []
    return this.#guard.overdue(this.#options.clock.now())
  }

  /** Forgets what is held for a connection that is gone, once all it sent had its tick. */
  forget(connectionId: number): void {
    this.#queue.depart(connectionId)
    this.#options.listener.onWork()
  }

  /** Runs this when the document holds nothing but what is safe: now, or after the writes under way. */
  whenAtRest(run: () => void): void {
    if (this.isAtRest) run()
    else this.#waitingForRest.push(run)
  }

  /**
   * One tick. Puts it off while the document is kept as it is, while the disk fails, or while somebody waits for the
   * document to come to rest. What it throws leaves the document half changed: it has to be loaded afresh.
   */
  tick(): void {
    if (this.#isPutOff) return
    try {
      this.#takeAll()
    } catch (cause) {
      this.#isBroken = true
      throw cause
    }
  }

  get #isPutOff(): boolean {
    return this.stillness.kept !== null || this.isFailing || (!this.#waitingForRest.isEmpty && !this.isAtRest)
  }

  #takeAll(): void {
    this.#operations.runEach((operation) => this.#runOperation(operation))
    if (this.#queue.takeTurn((queue) => this.#runGuard(queue))) this.#options.listener.onWork()
    for (const connectionId of this.#queue.takeSettled()) this.#guard.forget(connectionId)
  }

  /** Asks to be renewed at once where it is huge: also where nobody writes, what other boards take may make it so. */
  askWhereHuge(): void {
    if (this.#size.isHuge()) this.#growth.askAtOnce()
  }

  /** Writes a snapshot where the log holds anything. */
  compact(): Promise<void> {
    return this.#compaction.run()
  }

  /** Tries a failed write again at once. */
  retry(): void {
    this.#commits.retry()
  }

  /** Refuses the operations that no tick has run yet. */
  refuseOperations(reason: AppError): void {
    this.#operations.refuse(reason)
  }

  /** Lets go of timers, of the document and of whoever waits for it. What waits for the disk is written no more. */
  stop(): void {
    this.refuseOperations(roomClosed())
    this.#compaction.stop()
    this.#growth.stop()
    this.#commits.stop()
    this.#waitingForRest.runAll()
    this.board.doc.destroy()
  }

  /**
   * No tick runs while the disk fails: what waits for one is refused now, and truly not done; and nobody is read, so
   * nobody can complete what is held for them.
   */
  #hearStorage(state: 'failing' | 'working'): void {
    if (state === 'failing') this.refuseOperations(cannotBeSaved())
    else this.#guard.waitAfresh(this.#options.clock.now())
    this.#options.listener.onStorage(state)
  }

  #runGuard(queue: readonly NumberedUpdate[]): void {
    const now = this.#options.clock.now()
    const queued = queue.map(({ connectionId, personId, role, kind, update, number }) => ({
      sender: { connectionId, personId, role: role() },
      kind,
      update,
      number,
    }))
    const structs = countDocumentStructs(this.board)
    const outcome = this.#guard.runTick(queued, now)
    this.#options.listener.onTaken(queue)
    const grownBy = shareGrowth(queue, countDocumentStructs(this.board) - structs)
    for (const [personId, share] of grownBy) this.#options.listener.onGrown(personId, share)
    for (const [personId, moved] of outcome.moved)
      this.#options.listener.onGrown(personId, moved / LIMITS.MOVED_PER_STRUCT)
    for (const { clientId, personId } of outcome.clientIds) this.#clientIds.set(clientId, personId)
    this.#options.listener.onBound(outcome.clientIds)
    const taken = new Map([...outcome.senders].map(([connectionId, sender]) => [connectionId, sender.taken]))
    const knownTo = findKnowing(outcome, queue, this.board.doc.clientID)
    this.#commit({ batch: this.#toBatch(outcome, now), knownTo, taken })
    for (const [connectionId, sender] of outcome.senders)
      this.#options.listener.onOutcome(connectionId, sender)
  }

  #runOperation(operation: Operation): void {
    const { author, reject } = operation
    if (this.#size.isFull()) return reject(new AppError('board-full', 'the document is over its limit'))
    const { update, changes, answer } = runOperation(this.board, operation)
    const clientIds = [{ clientId: this.board.doc.clientID, personId: SERVER_PERSON }]
    const batch = this.#toBatch({ update, changes, clientIds }, author.now)
    this.#commit({
      ...{ batch, knownTo: null, taken: new Map() },
      onSafe: () => answer(true),
      onDelayed: () => answer(false),
      onGivenUp: () => reject(roomClosed()),
    })
  }

  #toBatch(
    { update, changes, clientIds }: Omit<TickOutcome, 'senders' | 'moved'>,
    at: number,
  ): UpdateBatch | null {
    const { boardId, loaded } = this.#options
    const asked = changes.filter(isAskedFor)
    return update && { boardId, epoch: loaded.epoch, at, update, changes: asked, clientIds }
  }

  #commit({ knownTo, taken, onSafe, ...written }: Done): void {
    const { batch } = written
    const commit: Commit = {
      ...written,
      onSafe: () => {
        const vector = (): Uint8Array => vectorBefore(this.board.doc, this.#commits.updatesFrom(commit))
        onSafe?.()
        this.#options.listener.onSafe({ update: batch?.update ?? null, knownTo, taken, vectorBefore: vector })
      },
    }
    if (batch) this.version++
    this.#growth.note()
    this.#size.note(batch?.update.length ?? 0)
    this.askWhereHuge()
    this.#commits.push(commit)
  }

  #rest(): void {
    try {
      this.#waitingForRest.runAll()
    } finally {
      this.#compaction.consider()
      if (this.hasWork) this.#options.listener.onWork()
    }
  }
}

function cannotBeSaved(): AppError {
  return new AppError('storage-failed', 'the board cannot be saved')
}

function roomClosed(): AppError {
  return new AppError('restarting', 'the room is closed')
}
