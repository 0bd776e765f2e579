import { LIMITS } from '@/lib/sync/limits'
import type { Clock } from '../clock'
import type { SyncSocket } from './sync-socket'

const POLL_MS = 20

/** What a reader that fell behind still has to get. */
interface Backlog {
  /** Frames of a state on their way, sent as the network takes them. */
  frames: Uint8Array[]
  /** The state vector of what this reader will have once the frames are out; null while it lacks no update. */
  vector: Uint8Array | null
  /** Whether updates were left out meanwhile, so that one difference has to follow. */
  hasMissedUpdates: boolean
  /** Whether presence or gestures were left out meanwhile. */
  hasMissedMovement: boolean
  readonly since: number
  /** When the network last took something. */
  movedAt: number
}

/** What a reader that caught up has: the state of this vector (null: all of it), and presence until then (clock ms). */
export interface Missed {
  readonly vector: Uint8Array | null
  readonly since: number
}

interface OutboxOptions {
  readonly socket: SyncSocket
  readonly clock: Clock
  /**
   * The reader caught up with its socket: send it the difference from this vector, presence since then, the lane. Null
   * where it missed nothing.
   */
  onDrained(missed: Missed | null): void
  onLagging(): void
  /** The reader is too slow to be kept. */
  onHopeless(): void
}

/** What leaves on one socket. A reader that falls behind costs no more memory than the limits say. */
export class Outbox {
  readonly #options: OutboxOptions
  #backlog: Backlog | null = null
  #lastBuffered = 0
  #cancelPoll: (() => void) | null = null
  lastSentAt: number

  constructor(options: OutboxOptions) {
    this.#options = options
    this.lastSentAt = options.clock.now()
  }

  /** Whether the reader takes what is sent as it comes. */
  get isLevel(): boolean {
    return this.#backlog === null
  }

  /** Sends something small that must arrive. */
  send(frame: Uint8Array): void {
    this.lastSentAt = this.#options.clock.now()
    this.#options.socket.send(frame)
  }

  /** Sends something that a reader who is behind gets in another way. */
  sendIfLevel(frame: Uint8Array): void {
    if (this.#hasRoom()) return this.send(frame)
    this.#missed().hasMissedMovement = true
  }

  /** Sends a document update, or remembers that this reader misses it. `vectorBefore` is the state without it. */
  sendUpdate(frame: Uint8Array, vectorBefore: () => Uint8Array): void {
    if (this.#hasRoom()) return this.send(frame)
    const backlog = this.#missed()
    backlog.vector ??= vectorBefore()
    backlog.hasMissedUpdates = true
  }

  /**
   * Sends a state in its frames, no faster than the network takes them; to a reader that is not level, behind what it
   * still has to get. `vector` is the state they lead to.
   */
  stream(frames: readonly Uint8Array[], vector: () => Uint8Array): void {
    if (this.#backlog) {
      this.#backlog.vector ??= vector()
      this.#backlog.frames.push(...frames)
      return this.#pump()
    }
    let sent = 0
    for (const frame of frames) {
      if (this.#options.socket.bufferedAmount > LIMITS.BUFFERED_LAGGING_BYTES) break
      this.send(frame)
      sent++
    }
    if (sent === frames.length) return
    this.#fallBehind(frames.slice(sent), vector())
    this.#schedule()
  }

  /** Forgets what is still to be sent. */
  stop(): void {
    this.#cancelPoll?.()
    this.#cancelPoll = null
    this.#backlog = null
  }

  #hasRoom(): boolean {
    return this.isLevel && this.#options.socket.bufferedAmount <= LIMITS.BUFFERED_LAGGING_BYTES
  }

  /** What the reader is behind with, begun now where it was level. */
  #missed(): Backlog {
    if (!this.#backlog) this.#options.onLagging()
    const backlog = this.#backlog ?? this.#fallBehind([], null)
    this.#schedule()
    return backlog
  }

  #fallBehind(frames: Uint8Array[], vector: Uint8Array | null): Backlog {
    const now = this.#options.clock.now()
    this.#lastBuffered = this.#options.socket.bufferedAmount
    this.#backlog = {
      frames,
      vector,
      hasMissedUpdates: false,
      hasMissedMovement: false,
      since: now,
      movedAt: now,
    }
    return this.#backlog
  }

  #schedule(): void {
    this.#cancelPoll ??= this.#options.clock.after(POLL_MS, () => {
      this.#cancelPoll = null
      this.#pump()
    })
  }

  #pump(): void {
    const backlog = this.#backlog
    if (!backlog) return
    const { clock, onDrained, onHopeless } = this.#options
    this.#sendWaiting(backlog)
    const isStuck = clock.now() - backlog.movedAt > LIMITS.LAGGING_CUTOFF_MS
    if (isStuck || this.#lastBuffered > LIMITS.BUFFERED_CUTOFF_BYTES) return onHopeless()
    const hasMissed = backlog.hasMissedUpdates || backlog.hasMissedMovement
    const isDrained = !hasMissed || this.#lastBuffered <= LIMITS.BUFFERED_DRAINED_BYTES
    if (backlog.frames.length > 0 || !isDrained) return this.#schedule()
    this.#backlog = null
    const vector = backlog.hasMissedUpdates ? backlog.vector : null
    onDrained(hasMissed ? { vector, since: backlog.since } : null)
  }

  /** Hands over the frames of a state as far as the network has room. While it moves at all, the reader is no lost case. */
  #sendWaiting(backlog: Backlog): void {
    const { socket, clock } = this.#options
    const isMoving = backlog.frames.length > 0 && socket.bufferedAmount < this.#lastBuffered
    if (isMoving) backlog.movedAt = clock.now()
    while (backlog.frames.length > 0 && socket.bufferedAmount <= LIMITS.BUFFERED_LAGGING_BYTES) {
      const frame = backlog.frames.shift()
      if (frame) this.send(frame)
      backlog.movedAt = clock.now()
    }
    this.#lastBuffered = socket.bufferedAmount
  }
}
