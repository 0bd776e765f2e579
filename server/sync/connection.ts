import { ERRORS, type ErrorCode } from '@/lib/errors'
import type { LaneFrame } from '@/lib/sync/lane-frames'
import { LIMITS } from '@/lib/sync/limits'
import { encodeAck, encodeJson, HEARTBEAT_FRAME, MESSAGE, type Cap } from '@/lib/sync/messages'
import type { Refusal, SessionMessage } from '@/lib/sync/messages'
import type { Log } from '../log'
import type { BoardPerson } from './board-person'
import type { Clock } from './clock'
import { Allowance, type Spending } from './socket/allowance'
import { parseInbound, type Inbound, type InboundUpdate } from './socket/inbound'
import { Outbox, type Missed } from './socket/outbox'
import type { SyncSocket } from './socket/sync-socket'

/** Whoever is put out for one of these again and again has to wait before the next try. */
const OFFENCES: ReadonlySet<ErrorCode> = new Set(['invalid-document', 'not-allowed', 'too-large'])
const PINGS_UNANSWERED = 2

/** What a connection tells its room. */
export interface ConnectionListener {
  onStep1(connection: Connection, vector: Uint8Array): void
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
  /** What this connection shares with the other sockets of its person. */
  readonly ofPerson: Allowance
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
  readonly #allowance: Allowance
  readonly #holds = new Map<'rate' | 'storage', () => void>()
  #overRateUntil = -Infinity
  /** What was read and has to wait: beyond the rates, or a large update of somebody who owes, and all that came after. */
  #putOff: (() => void)[] = []
  #violations = 0
  /** How many of its step2 and update messages that are not empty are safe on disk, in order. */
  #safe = 0
  #toldSafe = 0
  #step2Expected = 0
  #pingedAt: number
  #unanswered = 0
  #cancelGoodbye: () => void = () => undefined

  constructor(options: ConnectionOptions) {
    const { id, caps, person, clock, socket } = options
    this.#options = options
    this.id = id
    this.caps = caps
    this.person = person
    this.#allowance = new Allowance(clock.now())
    this.#pingedAt = clock.now()
    this.outbox = new Outbox({
      socket,
      clock,
      onDrained: (missed) => this.#attempt(() => options.listener.onDrained(this, missed)),
      onLagging: () => options.log.info('socket.lagging', { connection: id }),
      onHopeless: () => this.end('overloaded'),
    })
  }

  /** Starts reading. */
  start(): void {
    this.#options.socket.listen({
      onMessage: (bytes) => this.#receive(bytes),
      onControlFrame: () => void (this.isOpen && this.#spend('frames', 1)),
      onPong: () => (this.#unanswered = 0),
      onClosed: () => this.#close(),
    })
    if (this.isOpen && this.#holds.size > 0) this.#options.socket.pause()
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

  /** Stops reading for this reason; reading goes on when every reason is gone. */
  hold(reason: 'rate' | 'storage', cancel: () => void = () => undefined): void {
    this.#holds.get(reason)?.()
    this.#holds.set(reason, cancel)
    if (this.isOpen) this.#options.socket.pause()
  }

  /** This reason is gone; reading goes on where it was the last. */
  release(reason: 'rate' | 'storage'): void {
    if (!this.#holds.delete(reason)) return
    // A timer may be early, and a clock set back: what is owed after that holds the reading anew.
    if (reason === 'rate') this.#overRateUntil = -Infinity
    this.#takePutOff()
    if (this.#holds.size === 0 && this.isOpen) this.#options.socket.resume()
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
    if (!this.caps.has('ack') || this.#safe === this.#toldSafe) return
    this.#toldSafe = this.#safe
    this.outbox.send(encodeAck(this.#safe))
  }

  /** Counts what no honest client would send; too much of it ends the connection. */
  addViolations(count: number): void {
    this.#violations += count
    if (this.#violations > LIMITS.VIOLATIONS) this.end('not-allowed')
  }

  /** Keeps the line alive: says something before the client gives up on silence, and finds out who is gone. */
  beat(now: number, beforeMs: number): void {
    this.#attempt(() => this.#keepAlive(now, beforeMs))
  }

  #keepAlive(now: number, beforeMs: number): void {
    if (now - this.outbox.lastSentAt >= beforeMs) this.outbox.send(HEARTBEAT_FRAME)
    if (this.#holds.size > 0 || now - this.#pingedAt < LIMITS.PING_MS) return
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

  #receive(bytes: Uint8Array | null): void {
    if (!this.isOpen) return
    // One read brings thousands of the smallest frames: those beyond the rates wait as if they had not been read.
    const isEarly = this.#putOff.length > 0 || this.#holds.has('rate')
    if (isEarly) this.#putOff.push(() => this.#take(bytes))
    else this.#take(bytes)
  }

  #take(bytes: Uint8Array | null): void {
    if (!this.#spend('frames', 1)) return
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
        if (this.#spend('updates', STEP1_COST)) listener.onStep1(this, inbound.vector)
        return
      case 'step2':
      case 'update':
        return this.#handleUpdate(inbound)
      case 'presence':
        if (listener.onPresence(this, inbound.update) && this.#spend('presence', 1))
          this.#spend('presenceBytes', inbound.update.length)
        return
      case 'presence-query':
        if (this.#spend('presence', 1)) listener.onPresenceQuery(this)
        return
      case 'lane':
        if (this.#spend('lane', 1) && this.#spend('laneBytes', inbound.body.length))
          listener.onLane(this, inbound.frame, inbound.body)
        return
    }
  }

  #handleUpdate(inbound: InboundUpdate): void {
    const { kind, update, isEmpty, workBytes } = inbound
    const isAsked = kind === 'step2' && this.#step2Expected > 0
    // An answer to our own question may be megabytes; whatever comes unasked is charged by its size, too, and so is the
    // answer of somebody who makes us ask over and over.
    const isFree = isAsked && this.#mayAnswer()
    const cost = isFree ? workBytes : Math.max(workBytes, update.length)
    const owedMs = cost > LIMITS.WAITING_UPDATE_BYTES ? this.#owedMs() : 0
    if (owedMs > 0) {
      this.#putOff.unshift(() => this.#attempt(() => this.#handleUpdate(inbound)))
      return this.#slowDown(this.#options.clock.now() + owedMs)
    }
    if (isAsked) this.#step2Expected--
    if (isFree && !isEmpty) this.#countAnswer()
    const mayGoOn = this.#spend('updates', 1) && this.#spend('updateBytes', cost)
    if (mayGoOn && !isEmpty) this.#options.listener.onUpdate(this, inbound)
  }

  #mayAnswer(): boolean {
    const { clock, ofPerson } = this.#options
    return [this.#allowance, ofPerson].every((each) => each.mayAnswer(clock.now()))
  }

  #countAnswer(): void {
    const { clock, ofPerson } = this.#options
    for (const each of [this.#allowance, ofPerson]) each.countAnswer(clock.now())
  }

  /** All sockets of a person may have read something large before any of it was paid: one is taken after the other. */
  #owedMs(): number {
    const { clock, ofPerson } = this.#options
    return Math.max(
      ...[this.#allowance, ofPerson].map((allowance) => allowance.owedMs('updateBytes', clock.now())),
    )
  }

  #takePutOff(): void {
    while (this.isOpen && this.#holds.size === 0) {
      const next = this.#putOff.shift()
      if (!next) return
      next()
    }
  }

  /** False where the connection has been ended for it. A debt alone only slows the reading down. */
  #spend(what: Spending, amount: number): boolean {
    const { clock, ofPerson } = this.#options
    const verdicts = [this.#allowance, ofPerson].map((each) => each.spend(what, amount, clock.now()))
    const waitMs = Math.max(...verdicts.map((verdict) => verdict.waitMs))
    if (verdicts.some(({ isHopeless }) => isHopeless)) {
      this.end('overloaded')
      return false
    }
    if (waitMs > 0) this.#slowDown(clock.now() + waitMs)
    return true
  }

  /** What was read before the pause took effect may owe less than what came before it: the longer wait counts. */
  #slowDown(until: number): void {
    if (until <= this.#overRateUntil) return
    this.#overRateUntil = until
    const { clock } = this.#options
    const cancel = clock.after(until - clock.now(), () => this.release('rate'))
    this.hold('rate', cancel)
  }

  #close(): void {
    this.#cancelGoodbye()
    if (!this.isOpen) return
    this.isOpen = false
    for (const cancel of this.#holds.values()) cancel()
    this.#putOff = []
    this.outbox.stop()
    this.#options.listener.onClosed(this)
  }
}

/** A step1 may cost the server an answer of megabytes. */
const STEP1_COST = 10
