import { isWeakerRole, type Role } from '@/lib/access/roles'
import { ERRORS, type ErrorCode } from '@/lib/errors'
import type { LaneFrame } from '@/lib/sync/lane-frames'
import { LIMITS } from '@/lib/sync/limits'
import { encodeAck, encodeJson, HEARTBEAT_FRAME, MESSAGE, type Cap } from '@/lib/sync/messages'
import type { Refusal, SessionMessage } from '@/lib/sync/messages'
import type { Log } from '../log'
import type { BoardPerson } from './board-person'
import type { Clock } from './clock'
import type { SenderOutcome } from './guard/guard'
import { Allowance } from './socket/allowance'
import { parseInbound, type Inbound, type InboundUpdate } from './socket/inbound'
import { Inflow } from './socket/inflow'
import { Outbox, type Missed } from './socket/outbox'
import type { SyncSocket } from './socket/sync-socket'
import { Violations } from './socket/violations'

/** Whoever is put out for one of these again and again has to wait before the next try. */
const OFFENCES: ReadonlySet<ErrorCode> = new Set(['invalid-document', 'not-allowed', 'too-large'])
const { LANE_START_COST, PINGS_UNANSWERED, STEP1_COST } = LIMITS

/** What a connection tells its room. */
export interface ConnectionListener {
  onStep1(connection: Connection, vector: Uint8Array): void
  /** How long (ms) this has to wait for what all people together make the board grow by. */
  waitMsFor(connection: Connection, inbound: InboundUpdate): number
  /** A step2 or update that is not empty. */
  onUpdate(connection: Connection, inbound: InboundUpdate): void
  /** Answers whether the message said anything of its sender. */
  onPresence(connection: Connection, update: Uint8Array): boolean
  onPresenceQuery(connection: Connection): void
  onLane(connection: Connection, frame: LaneFrame, body: Uint8Array): void
  /** The reader caught up with what was sent; null where it missed nothing meanwhile. */
  onDrained(connection: Connection, missed: Missed | null): void
  /** The connection was ended for what no working client sends. */
  onOffence(connection: Connection): void
  onClosed(connection: Connection): void
}

interface ConnectionOptions {
  readonly id: number
  readonly socket: SyncSocket
  readonly person: BoardPerson
  readonly caps: ReadonlySet<Cap>
  readonly clock: Clock
  readonly log: Log
  /** What this connection shares with the other sockets of its person, at this moment. */
  ofPerson(): Allowance
  readonly listener: ConnectionListener
}

/** One socket on one board: reads and counts its messages, holds it to its limits, writes no faster than it reads. */
export class Connection {
  readonly id: number
  readonly caps: ReadonlySet<Cap>
  readonly outbox: Outbox
  /** Changed by the room alone. */
  person: BoardPerson
  /** Whether the state was sent; updates mean nothing before. */
  isSynced = false
  isOpen = true
  readonly #options: ConnectionOptions
  readonly #inflow: Inflow
  readonly #violations = new Violations()
  /** How many of its step2 and update messages that are not empty are safe on disk, in order. */
  #safe = 0
  #toldSafe = 0
  /** The lengths of those that are not safe yet, the oldest first. */
  readonly #unsafe: number[] = []
  #unsafeBytes = 0
  #step2Expected = 0
  #pingedAt: number
  #unanswered = 0
  #cancelGoodbye: () => void = () => undefined

  constructor(options: ConnectionOptions) {
    const { id, caps, person, clock, socket } = options
    const own = new Allowance(clock.now())
    this.#options = options
    this.id = id
    this.caps = caps
    this.person = person
    this.#pingedAt = clock.now()
    this.#inflow = new Inflow({
      socket,
      clock,
      allowances: () => [own, options.ofPerson()],
      onHopeless: () => this.end('overloaded'),
    })
    this.outbox = new Outbox({
      socket,
      clock,
      onDrained: (missed) => this.#attempt(() => options.listener.onDrained(this, missed)),
      onLagging: () => options.log.info('socket.lagging', { connection: id }),
      onHopeless: () => this.end('overloaded'),
    })
  }

  /** What has come and is kept until more is done: messages that are not whole, wait, or are not safe on disk yet. */
  get unfinishedBytes(): number {
    return this.#options.socket.unfinishedBytes + this.#inflow.waitingBytes + this.#unsafeBytes
  }

  /** Starts reading. */
  start(): void {
    this.#inflow.listen({
      onMessage: (bytes) =>
        void (this.isOpen && this.#inflow.take(bytes?.length ?? 0, () => this.#take(bytes))),
      onControlFrames: (count) => void (this.isOpen && this.#inflow.spend('frames', count)),
      onPong: () => (this.#unanswered = 0),
      onBroken: (code) => this.end(code),
      onClosed: () => this.#close(),
    })
  }

  /** Ends the connection for this reason. What it sent until now still counts. Harmless when called twice. */
  end(code: ErrorCode): void {
    if (!this.isOpen) return
    const { socket, clock, log, id, listener } = this.#options
    log.info('socket.closed', { connection: id, code })
    if (OFFENCES.has(code)) listener.onOffence(this)
    this.#close()
    socket.close(ERRORS[code].closeCode, code)
    socket.resume()
    this.#cancelGoodbye = clock.after(LIMITS.GOODBYE_MS, () => socket.terminate())
  }

  /** Stops reading until `release`: the disk takes nothing. */
  hold(): void {
    this.#inflow.hold('storage')
  }

  /** Reading goes on where nothing else keeps it. */
  release(): void {
    this.#inflow.release('storage')
  }

  /** Asks for whatever this client has and the server lacks. */
  sendStep1(frame: Uint8Array): void {
    this.#step2Expected++
    this.outbox.send(frame)
  }

  /** Sends a session message to a client that understands them. */
  sendSession(message: SessionMessage): void {
    if (this.caps.has('session')) this.outbox.send(encodeJson(MESSAGE.session, message))
  }

  /** Tells a client that understands it which of its writes were not accepted. */
  sendRefusals(refusals: readonly Refusal[]): void {
    if (!this.caps.has('refusal')) return
    for (const refusal of refusals) this.outbox.send(encodeJson(MESSAGE.refusal, refusal))
  }

  /** So many more of its messages are safe on disk; it is told where it understands that. */
  acknowledge(count: number): void {
    this.#safe += count
    for (const bytes of this.#unsafe.splice(0, count)) this.#unsafeBytes -= bytes
    if (!this.caps.has('ack') || this.#safe === this.#toldSafe) return
    this.#toldSafe = this.#safe
    this.outbox.send(encodeAck(this.#safe))
  }

  /** Counts what the guard found in what it sent: it is read more slowly for what had to be put back. */
  charge({ violations, forgiven, putBackBytes }: Found): void {
    this.addViolations(violations, forgiven)
    if (this.isOpen && putBackBytes > 0) this.#inflow.spend('updateBytes', putBackBytes)
  }

  /** Counts what no honest client would send, and what of it does not count; too much of it ends the connection. */
  addViolations(count: number, forgiven = 0): void {
    if (count + forgiven === 0) return
    const verdict = this.#violations.add(count, forgiven, this.#options.clock.now())
    if (verdict === 'end') this.end('not-allowed')
    else if (verdict === 'offence') this.#options.listener.onOffence(this)
  }

  /** Its person has this role from now on, and is told. What they sent before they can have heard it does not count. */
  changeRole(role: Role): void {
    if (isWeakerRole(role, this.person.role)) this.#violations.pardon(this.#options.clock.now())
    this.person = { ...this.person, role }
    this.sendSession({ type: 'role', role })
  }

  /** Keeps the line alive: says something before the client gives up on silence, and finds out who is gone. */
  beat(now: number, beforeMs: number): void {
    this.#attempt(() => this.#keepAlive(now, beforeMs))
  }

  #keepAlive(now: number, beforeMs: number): void {
    // A clock that was set back must not keep the line silent until it has caught up.
    if (Math.abs(now - this.outbox.lastSentAt) >= beforeMs) this.outbox.send(HEARTBEAT_FRAME)
    if (this.#inflow.isHeld) return
    if (this.#inflow.isStuck()) return this.end('overloaded')
    if (Math.abs(now - this.#pingedAt) < LIMITS.PING_MS) return
    if (this.#unanswered >= PINGS_UNANSWERED) {
      this.#options.socket.terminate()
      return this.#close()
    }
    this.#pingedAt = now
    this.#unanswered++
    this.#options.socket.ping()
  }

  /** Whatever is sent within leaves together. */
  gather(send: () => void): void {
    const { socket } = this.#options
    socket.cork()
    this.#attempt(send)
    socket.uncork()
  }

  #take(bytes: Uint8Array | null): void {
    if (!this.#inflow.spend('frames', 1)) return
    const inbound = parseInbound(bytes)
    if (!inbound.ok) return this.end(inbound.error)
    this.#attempt(() => this.#handle(inbound.value))
  }

  /** A fault of ours in what one connection asks for ends that connection, and is nobody else's. */
  #attempt(run: () => void): void {
    try {
      run()
    } catch (cause) {
      this.#options.log.error('socket.failed', { connection: this.id, cause })
      this.end('internal')
    }
  }

  #handle(inbound: Inbound): void {
    const { listener } = this.#options
    switch (inbound.kind) {
      case 'step1':
        if (this.#inflow.spend('updates', STEP1_COST)) listener.onStep1(this, inbound.vector)
        return
      case 'step2':
      case 'update':
        return this.#handleUpdate(inbound)
      case 'presence':
        if (listener.onPresence(this, inbound.update) && this.#inflow.spend('presence', 1))
          this.#inflow.spend('presenceBytes', inbound.update.length)
        return
      case 'presence-query':
        if (this.#inflow.spend('presence', 1)) listener.onPresenceQuery(this)
        return
      case 'lane':
        if (
          this.#inflow.spend('lane', costOf(inbound.frame)) &&
          this.#inflow.spend('laneBytes', inbound.body.length)
        )
          listener.onLane(this, inbound.frame, inbound.body)
        return
    }
  }

  #handleUpdate(inbound: InboundUpdate): void {
    const { kind, update, isEmpty, workBytes } = inbound
    const isAsked = kind === 'step2' && this.#step2Expected > 0
    // An answer to our own question may be megabytes; whatever comes unasked is charged by its size, too, and so is the
    // answer of somebody who makes us ask over and over.
    const isFree = isAsked && this.#inflow.mayAnswer()
    const cost = isFree ? workBytes : Math.max(workBytes, update.length)
    const owedMs = this.#waitMsFor(inbound, cost)
    const handleLater = (): void => this.#attempt(() => this.#handleUpdate(inbound))
    if (owedMs > 0) return this.#inflow.putOff(update.length, handleLater, owedMs)
    if (isAsked) this.#step2Expected--
    if (isFree && !isEmpty) this.#inflow.countAnswer()
    const mayGoOn = this.#inflow.spend('updates', 1) && this.#inflow.spend('updateBytes', cost)
    if (!mayGoOn || isEmpty) return
    this.#unsafe.push(update.length)
    this.#unsafeBytes += update.length
    this.#options.listener.onUpdate(this, inbound)
  }

  /** Whoever owes for what they brought before is no more in the way of others who wait. */
  #waitMsFor(inbound: InboundUpdate, cost: number): number {
    const ownMs = this.#inflow.owedMs(cost > LIMITS.WAITING_UPDATE_BYTES)
    return ownMs > 0 || inbound.isEmpty ? ownMs : this.#options.listener.waitMsFor(this, inbound)
  }

  #close(): void {
    this.#cancelGoodbye()
    if (!this.isOpen) return
    this.isOpen = false
    this.#inflow.stop()
    this.outbox.stop()
    this.#options.listener.onClosed(this)
  }
}

/** What the guard found in what somebody sent that is not to be taken. */
type Found = Pick<SenderOutcome, 'violations' | 'forgiven' | 'putBackBytes'>

/** Somebody who draws begins with nothing in hand, for which nothing is looked through. */
function costOf(frame: LaneFrame): number {
  return frame.kind === 'start' && frame.records.length > 0 ? LANE_START_COST : 1
}
