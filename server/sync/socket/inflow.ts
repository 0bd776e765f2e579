import type { Clock } from '../clock'
import type { Allowance, Spending } from './allowance'
import { FrameWatch } from './frame-watch'
import type { SyncSocket, SyncSocketListener } from './sync-socket'

type HoldReason = 'rate' | 'storage'

/** A whole message that waits, and its length. */
interface PutOff {
  readonly bytes: number
  readonly handle: () => void
}

interface InflowOptions {
  readonly socket: SyncSocket
  readonly clock: Clock
  /** Of this socket, and of all sockets of its person together. */
  allowances(): readonly Allowance[]
  /** The sender has exceeded its rates for too long. */
  onHopeless(): void
}

/** What comes in on one socket: read no faster than its sender's rates allow, and not at all while it is held. */
export class Inflow {
  readonly #options: InflowOptions
  readonly #holds = new Set<HoldReason>()
  readonly #frame = new FrameWatch()
  #cancelRate: () => void = () => undefined
  #overRateUntil = -Infinity
  /** What was read and has to wait: beyond the rates, or a large update of somebody who owes, and all that came after. */
  #putOff: PutOff[] = []
  #readMs = 0
  #countedAt: number
  #isStopped = false

  constructor(options: InflowOptions) {
    this.#options = options
    this.#countedAt = options.clock.now()
  }

  /** Whether nothing is read at present. */
  get isHeld(): boolean {
    return this.#holds.size > 0
  }

  /** Begins to read, unless it is held. */
  listen(listener: SyncSocketListener): void {
    const { socket } = this.#options
    socket.listen(listener)
    if (!this.#isStopped && this.isHeld) socket.pause()
  }

  /** Stops reading for this reason; reading goes on when every reason is gone. */
  hold(reason: HoldReason): void {
    if (this.#isStopped) return
    this.#countReading()
    this.#holds.add(reason)
    this.#options.socket.pause()
  }

  /** This reason is gone; reading goes on where it was the last. */
  release(reason: HoldReason): void {
    this.#countReading()
    if (!this.#holds.delete(reason)) return
    // A timer may be early, and a clock set back: what is owed after that holds the reading anew.
    if (reason === 'rate') this.#overRateUntil = -Infinity
    this.#takePutOff()
    if (!this.isHeld && !this.#isStopped) this.#options.socket.resume()
  }

  /** How many bytes of whole messages wait. */
  get waitingBytes(): number {
    return this.#putOff.reduce((sum, { bytes }) => sum + bytes, 0)
  }

  /** Handles a whole message of so many bytes at once, or after those before it that have to wait. */
  take(bytes: number, handle: () => void): void {
    this.#frame.reset()
    // One read brings thousands of the smallest frames: those beyond the rates wait as if they had not been read.
    const isEarly = this.#putOff.length > 0 || this.#holds.has('rate')
    if (isEarly) this.#putOff.push({ bytes, handle })
    else handle()
  }

  /** Has this message of so many bytes wait for so long, and all that came after it. */
  putOff(bytes: number, handle: () => void, waitMs: number): void {
    this.#putOff.unshift({ bytes, handle })
    this.#slowDown(waitMs)
  }

  /** Counts something that came. False where it was too much for too long; a debt alone only slows the reading down. */
  spend(what: Spending, amount: number): boolean {
    const { clock, allowances, onHopeless } = this.#options
    const verdicts = allowances().map((each) => each.spend(what, amount, clock.now()))
    const waitMs = Math.max(...verdicts.map((verdict) => verdict.waitMs))
    if (verdicts.some(({ isHopeless }) => isHopeless)) {
      onHopeless()
      return false
    }
    if (waitMs > 0) this.#slowDown(waitMs)
    return true
  }

  /**
   * How long one more update has to wait for what is still owed (ms). All sockets of a person may have read something
   * large before any of it was paid: one is taken after the other.
   */
  owedMs(isLarge: boolean): number {
    const { clock, allowances } = this.#options
    return Math.max(...allowances().map((each) => each.owedMs(clock.now(), isLarge)))
  }

  /** Whether one more step2 that was asked for is taken whatever its size. */
  mayAnswer(): boolean {
    const { clock, allowances } = this.#options
    return allowances().every((each) => each.mayAnswer(clock.now()))
  }

  /** Counts such a step2. */
  countAnswer(): void {
    const { clock, allowances } = this.#options
    for (const each of allowances()) each.countAnswer(clock.now())
  }

  /** Whether a message has begun to come and hardly gets on, although it could. */
  isStuck(): boolean {
    return this.#frame.isStuck(this.#options.socket.unfinishedBytes, this.#countReading())
  }

  /** Forgets what waits; holds nothing any more. */
  stop(): void {
    this.#isStopped = true
    this.#cancelRate()
    this.#putOff = []
  }

  #takePutOff(): void {
    while (!this.#isStopped && !this.isHeld) {
      const next = this.#putOff.shift()
      if (!next) return
      next.handle()
    }
  }

  /** What was read before the pause took effect may owe less than what came before it: the longer wait counts. */
  #slowDown(waitMs: number): void {
    const { clock } = this.#options
    const until = clock.now() + waitMs
    if (this.#isStopped || until <= this.#overRateUntil) return
    this.#overRateUntil = until
    this.#cancelRate()
    this.#cancelRate = clock.after(waitMs, () => this.release('rate'))
    this.hold('rate')
  }

  /** For how long it has been read in all (ms): while it is held, nobody's message gets on. */
  #countReading(): number {
    const now = this.#options.clock.now()
    if (!this.isHeld) this.#readMs += Math.max(0, now - this.#countedAt)
    this.#countedAt = now
    return this.#readMs
  }
}
