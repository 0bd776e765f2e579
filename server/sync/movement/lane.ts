import type { PersonId } from '@/lib/ids'
import { encodeLaneFrame, toRelayedPart, type LaneFrame, type LaneStart } from '@/lib/sync/lane-frames'
import { Holds } from './holds'

/** A gesture under way, as the parts of a message that tell it to somebody who comes late. */
interface RunningGesture {
  readonly gesture: number
  readonly senderClientId: number
  readonly start: Uint8Array
  last: Uint8Array | null
}

/** A sender's frames waiting for the tick. Of movements that follow each other only the last is kept. */
interface Waiting {
  readonly frames: Uint8Array[]
  isLastMovement: boolean
}

/** One frame of a client's hand and who sent it. */
export interface LaneMessage {
  readonly connectionId: number
  readonly personId: PersonId
  /** The client id by which the sender is present. */
  readonly senderClientId: number
  readonly frame: LaneFrame
  /** The frame as it came, behind its type number. */
  readonly body: Uint8Array
}

/** Relays what hands do while they move. Nothing of it is kept once the gesture ends. */
export class LaneRelay {
  readonly #running = new Map<number, RunningGesture>()
  readonly #holds = new Holds()
  #waiting = new Map<number, Waiting>()

  /** Takes a frame; what belongs to no running gesture of its sender is passed over. */
  receive(message: LaneMessage, now: number): void {
    const { connectionId, senderClientId, frame, body } = message
    if (frame.kind === 'start') return this.#begin(message, frame, now)
    const running = this.#running.get(connectionId)
    if (running?.gesture !== frame.gesture) return
    const relayed = toRelayedPart(senderClientId, body)
    if (frame.kind === 'end') {
      this.#running.delete(connectionId)
      this.#holds.release(connectionId, now)
      return this.#wait(connectionId, relayed, false)
    }
    running.last = relayed
    if (this.#holds.touch(connectionId, now)) this.#wait(connectionId, relayed, true)
    else this.leave(connectionId, now)
  }

  /** The connection is gone or may not move things any more: its gesture ends. */
  leave(connectionId: number, now: number): void {
    const running = this.#running.get(connectionId)
    if (!running) return
    this.#running.delete(connectionId)
    this.#holds.release(connectionId, now)
    this.#wait(connectionId, encodeLaneEnd(running), false)
  }

  /** Whether the hand of this connection carries something and has been heard of lately. */
  isMoving(connectionId: number, now: number): boolean {
    return this.#holds.isHeard(connectionId, now)
  }

  /** The same, for any hand. */
  isAnyMoving(now: number): boolean {
    return [...this.#running.keys()].some((connectionId) => this.isMoving(connectionId, now))
  }

  /** The parts that wait to be relayed, by the connection they came from; forgets them. */
  flush(): ReadonlyMap<number, readonly Uint8Array[]> {
    const flushed = new Map([...this.#waiting].map(([connectionId, { frames }]) => [connectionId, frames]))
    if (this.#waiting.size > 0) this.#waiting = new Map()
    return flushed
  }

  /** The parts that tell somebody who comes late what moves, leaving out hands that have long been silent. */
  snapshot(now: number): Uint8Array[] {
    const fresh = [...this.#running].filter(([connectionId]) => this.isMoving(connectionId, now))
    return fresh.flatMap(([, { start, last }]) => (last ? [start, last] : [start]))
  }

  /** A start that may hold nothing of what it names is none, and ends what its sender did before. */
  #begin({ connectionId, personId, senderClientId, body }: LaneMessage, frame: LaneStart, now: number): void {
    const records = this.#holds.take({ connectionId, personId }, frame, now)
    if (records.length === 0 && frame.records.length > 0) return this.leave(connectionId, now)
    const isWhole = records.length === frame.records.length
    const told = isWhole ? body : encodeLaneFrame({ ...frame, records }).subarray(1)
    const start = toRelayedPart(senderClientId, told)
    this.#running.set(connectionId, { gesture: frame.gesture, senderClientId, start, last: null })
    this.#wait(connectionId, start, false)
    const tooMany = this.#holds.oneTooMany(personId)
    if (tooMany !== null) this.leave(tooMany, now)
  }

  #wait(connectionId: number, frame: Uint8Array, isMovement: boolean): void {
    const waiting = this.#waiting.get(connectionId) ?? { frames: [], isLastMovement: false }
    this.#waiting.set(connectionId, waiting)
    if (isMovement && waiting.isLastMovement) waiting.frames.pop()
    waiting.frames.push(frame)
    waiting.isLastMovement = isMovement
  }
}

function encodeLaneEnd({ senderClientId, gesture }: RunningGesture): Uint8Array {
  const [, ...body] = encodeLaneFrame({ kind: 'end', gesture })
  return toRelayedPart(senderClientId, Uint8Array.from(body))
}
