import { can, type Role } from '@/lib/access/roles'
import type { BoardDocument } from '@/lib/board/layout'
import type { Author, Step } from '@/lib/board/step'
import type { ErrorCode } from '@/lib/errors'
import type { PersonId } from '@/lib/ids'
import { LIMITS } from '@/lib/sync/limits'
import { encodeSync, SYNC, type Cap } from '@/lib/sync/messages'
import type { BoardPerson } from './board-person'
import { Connection, type ConnectionListener } from './connection'
import { Crowd } from './bounds/crowd'
import { GrowthTurns } from './bounds/growth-turns'
import { weighNews } from './document/growth/weigh-news'
import { LiveDocument } from './document/live-document'
import type { LiveDocumentListener } from './document/live-document-listener'
import type { Applied } from './document/queues/operation'
import { StillReading } from './document/pieces/still-reading'
import { tellStep } from './tell-step'
import { Movement } from './movement/movement'
import { roomHasEnded, RoomReads } from './room-reads'
import type { RoomOptions } from './room-options'
import type { Allowance } from './socket/allowance'
import type { SyncSocket } from './socket/sync-socket'
import { StateAnswers } from './state-answers'
import { TickLoop, toTickMs } from './tick'

/** Who opens a socket, and which private messages it understands. */
export interface Newcomer {
  readonly person: BoardPerson
  readonly caps: ReadonlySet<Cap>
  /** What the board is called. */
  readonly title?: string
}

/** One live board: its document, who is connected, and what they hear of each other. */
export class Room {
  readonly reads: RoomReads
  readonly #options: RoomOptions
  readonly #document: LiveDocument
  readonly #crowd: Crowd
  readonly #growth: GrowthTurns
  readonly #still: StillReading
  readonly #answers: StateAnswers
  readonly #movement: Movement
  readonly #ticks: TickLoop
  #lastConnectionId = 0
  /** A tick failed: the document in memory may be wrong, so the room ends and the board is loaded afresh. */
  isBroken = false
  /** Why it was closed: whoever still has it in hand is sent away. */
  #closedFor: ErrorCode | null = null

  constructor(options: RoomOptions) {
    this.#options = options
    const { clock } = options
    this.#crowd = new Crowd(clock, () => this.#beat(), options)
    this.#growth = new GrowthTurns({ ...options, weighNews: (update) => weighNews(update, options.board) })
    this.#document = new LiveDocument({ ...options, listener: this.#listenToDocument() })
    const document = this.#document
    this.#still = new StillReading({ document, turns: options.readTurns, clock })
    this.#answers = new StateAnswers({ ...options, document, still: this.#still })
    const hasEnded = (): boolean => this.isBroken || this.#closedFor !== null
    this.reads = new RoomReads({ document, hasEnded })
    this.#movement = new Movement(clock, this.#document, options.claimedIds)
    const intervalMs = (): number => toTickMs(this.#crowd.paced)
    this.#ticks = new TickLoop({ clock, intervalMs, run: () => this.#tick() })
  }

  get epoch(): number {
    return this.#options.loaded.epoch
  }

  /** About how much memory its document takes. */
  get memoryBytes(): number {
    return this.#options.size.memoryBytes
  }

  get connectionCount(): number {
    return this.#crowd.size
  }

  /** Whether this person has as many sockets here as one may have. */
  hasAllOf(personId: PersonId): boolean {
    return this.#crowd.hasAllOf(personId)
  }

  /** Whether nothing waits to be written. */
  get isSettled(): boolean {
    return this.isBroken ? this.#document.isAtRest : this.#document.isSettled
  }

  /**
   * Takes in a socket: says who is here, asks editors for what they have, answers what they lack. False where it is closed
   * instead.
   */
  join(socket: SyncSocket, { person, caps, title }: Newcomer): boolean {
    const [{ clock, log }, listener] = [this.#options, this.#listener]
    const id = ++this.#lastConnectionId
    const ofPerson = (): Allowance => this.#options.allowanceOf(person.personId)
    const connection = new Connection({ id, socket, person, caps, clock, log, ofPerson, listener })
    if (this.isBroken) connection.end('internal')
    else if (this.#closedFor) connection.end(this.#closedFor)
    else if (!this.#crowd.makeWayFor(person)) connection.end('overloaded')
    if (!connection.isOpen) return false
    this.#crowd.add(connection)
    log.info('socket.opened', { boardId: this.#options.boardId, connection: id, role: person.role })
    connection.gather(() => this.#greet(connection, title))
    connection.start()
    return connection.isOpen
  }

  #greet(connection: Connection, title: string | undefined): void {
    const { personId, name, role } = connection.person
    const now = { epoch: this.epoch, serverTime: this.#options.clock.now(), ...(title && { title }) }
    connection.sendSession({ type: 'welcome', personId, name, role, ...now })
    if (this.#document.isFailing) this.#tellStorage(connection, 'failing')
    if (can(role, 'edit')) connection.sendStep1(this.#step1())
    this.#movement.tellAll(connection)
  }

  /** Gives a person another role on all their sockets at once. */
  setRole(personId: PersonId, role: Role): void {
    for (const connection of this.#crowd.allOf(personId)) this.#changeRole(connection, role)
  }

  /** Gives a person another name on all their sockets at once. */
  rename(personId: PersonId, name: string): void {
    this.#crowd.rename(personId, name)
  }

  /** Tells everybody what the board is called from now on. */
  retitle(title: string): void {
    for (const connection of this.#crowd.all()) connection.sendSession({ type: 'title', title })
  }

  /** Puts a person out on all their sockets at once, for this reason. */
  putOut(personId: PersonId, code: ErrorCode): void {
    for (const connection of this.#crowd.allOf(personId)) connection.end(code)
  }

  /** Runs an operation of the server in the next tick; see `LiveDocument.apply`. */
  apply(author: Author, run: (board: BoardDocument) => Step): Promise<Applied> {
    if (this.isBroken || this.#closedFor) return Promise.reject(roomHasEnded())
    return this.#document.apply(author, run)
  }

  /** Resolves when everything that came is written, or the room is closed. */
  async settle(): Promise<void> {
    while (!this.isSettled && !this.#closedFor) {
      if (this.#document.stillness.kept) await this.#document.stillness.kept
      else if (this.#document.isAtRest) this.#tick()
      else await new Promise<void>((resolve) => this.#document.whenAtRest(resolve))
    }
  }

  /** Writes a snapshot where the log holds anything. Never rejects. */
  compact(): Promise<void> {
    return this.#document.compact()
  }

  /** Writes what came, for a few seconds at most, then closes every socket and lets go of the document. */
  async stop(code: ErrorCode = 'restarting'): Promise<void> {
    for (const connection of this.#crowd.all()) connection.hold()
    this.#document.retry()
    const { clock } = this.#options
    let cancel = (): void => undefined
    const late = new Promise<void>((resolve) => (cancel = clock.after(LIMITS.LAST_WRITE_MS, resolve)))
    await Promise.race([this.settle(), late])
    cancel()
    this.close(code)
  }

  /** Lets go of everything at once. Harmless when called twice. */
  close(code: ErrorCode = 'restarting'): void {
    this.#closedFor ??= code
    this.#ticks.stop()
    this.#answers.stop()
    this.#still.stop()
    for (const connection of this.#crowd.all()) connection.end(code)
    this.#crowd.stop()
    this.#document.stop()
  }

  readonly #listener: ConnectionListener = {
    onStep1: (connection, vector) => {
      if (this.#answers.isVector(vector)) this.#answers.ask(connection, { vector, kind: 'step2' })
      else connection.end('invalid-document')
    },
    waitMsFor: (connection, inbound) => this.#growth.waitMsFor(connection, inbound),
    onUpdate: (connection, { kind, update, workBytes }) => {
      const { id: connectionId, person } = connection
      const role = (): Role => connection.person.role
      this.#growth.begin(person.personId, workBytes)
      this.#document.push({ connectionId, personId: person.personId, role, kind, update, workBytes })
    },
    onPresence: (connection, update) => {
      this.#ticks.wake()
      return this.#movement.hearPresence(connection, update)
    },
    onPresenceQuery: (connection) => {
      this.#movement.answerPresence(connection)
      this.#ticks.wake()
    },
    onLane: (connection, frame, body) => {
      this.#movement.hearGesture(connection, frame, body)
      this.#ticks.wake()
    },
    onDrained: (connection, missed) => {
      if (missed?.vector) this.#answers.ask(connection, { vector: missed.vector, kind: 'update' })
      else this.#answers.goOn()
      if (missed) this.#movement.tellAll(connection, missed.since)
    },
    onOffence: ({ person }) => this.#options.onOffence(person.personId),
    onClosed: (connection) => this.#forget(connection),
  }

  #listenToDocument(): LiveDocumentListener {
    return {
      onSafe: (step) => tellStep(this.#crowd.all(), step),
      onOutcome: (connectionId, { refusals, needsStep1, end, ...found }) => {
        const connection = this.#crowd.get(connectionId)
        const { log, boardId } = this.#options
        if (refusals.length > 0) log.debug('write.refused', { boardId, connection: connectionId, refusals })
        connection?.sendRefusals(refusals)
        if (needsStep1) connection?.sendStep1(this.#step1())
        if (end) connection?.end(end)
        else connection?.charge(found)
      },
      onBound: (ids) => this.#movement.giveUp(ids),
      onTaken: (updates) => {
        for (const { personId, workBytes } of updates) this.#growth.end(personId, workBytes)
      },
      onGrown: (personId, structs) => this.#growth.grow(personId, structs),
      onStorage: (state) => {
        if (state === 'working') this.#answers.forgetDisk()
        for (const connection of this.#crowd.all()) this.#tellStorage(connection, state)
      },
      onBroken: () => this.#break(),
      onWork: () => this.#ticks.wake(),
      // What nobody is connected to is let go anyway, and renewed when it is loaded next.
      isBusy: () => this.#crowd.size === 0 || this.#movement.isAnybodyBusy(),
      mayInterrupt: () => this.#options.mayInterrupt(),
      onOvergrown: () => this.#options.onOvergrown(),
    }
  }

  #tick(): void {
    try {
      if (!this.isBroken) this.#document.tick()
      const dueAt = this.#movement.tellNews(this.#crowd.all())
      if (dueAt !== null) this.#ticks.wakeAt(dueAt)
    } catch (cause) {
      this.#options.log.error('room.tick-failed', { boardId: this.#options.boardId, cause })
      this.#break()
    }
  }

  /** Besides: what is held for somebody who no longer completes it would be kept as long as their line. */
  #beat(): void {
    this.#document.askWhereHuge()
    for (const connectionId of this.#document.overdue()) this.#crowd.get(connectionId)?.end('reload-needed')
  }

  #break(): void {
    this.isBroken = true
    this.#document.refuseOperations(roomHasEnded())
    for (const connection of this.#crowd.all()) connection.end('internal')
    this.#options.onEmpty()
  }

  #changeRole(connection: Connection, role: Role): void {
    const could = can(connection.person.role, 'edit')
    connection.changeRole(role)
    if (can(role, 'edit')) {
      // What was refused until here is missing for whatever follows: it has to come again.
      if (!could) connection.sendStep1(this.#step1())
      return
    }
    this.#movement.endGesture(connection.id)
    this.#ticks.wake()
  }

  #tellStorage(connection: Connection, state: 'failing' | 'working'): void {
    if (state === 'failing') connection.hold()
    connection.gather(() => connection.sendSession({ type: 'storage', state }))
    if (state === 'failing' && !connection.isSynced) this.#answers.answerFromDisk(connection)
    if (state === 'working') connection.release()
  }

  /** It counts nothing that may still be lost: whoever is told that something is here keeps it no longer. */
  #step1(): Uint8Array {
    return encodeSync(SYNC.step1, this.#document.safeVector())
  }

  #forget(connection: Connection): void {
    if (!this.#crowd.remove(connection.id)) return
    this.#movement.leave(connection.id)
    this.#growth.forget(connection)
    this.#answers.forget(connection)
    this.#document.forget(connection.id)
    this.#ticks.wake()
    if (this.#crowd.size === 0) this.#options.onEmpty()
  }
}
