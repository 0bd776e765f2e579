import { encodeLaneRelay } from '@/lib/sync/lane-frames'
import { encodeSync, SYNC } from '@/lib/sync/messages'
import type { Connection } from './connection'
import type { SafeStep } from './document/live-document'
import type { LaneRelay } from './lane'
import type { PresenceBoard } from './presence'

/** Tells everybody who has the state what became safe, and its authors that it did. One buffer serves them all. */
export function tellStep(connections: Iterable<Connection>, step: SafeStep): void {
  const frame = step.update && encodeSync(SYNC.update, step.update)
  let vector: Uint8Array | null = null
  const vectorBefore = (): Uint8Array => (vector ??= step.vectorBefore())
  for (const connection of connections) {
    connection.gather(() => {
      if (frame && connection.isSynced && connection.id !== step.knownTo) {
        connection.outbox.sendUpdate(frame, vectorBefore)
      }
      connection.acknowledge(step.taken.get(connection.id) ?? 0)
    })
  }
}

interface Movement {
  readonly presence: PresenceBoard
  readonly lane: LaneRelay
  readonly now: number
}

/**
 * Tells what changed in presence and on the lane since the last tick: at most one message of each to everybody. Answers
 * with the time at which something that was held back is due (clock ms), or null.
 */
export function tellMovement(
  connections: Iterable<Connection>,
  { presence, lane, now }: Movement,
): number | null {
  const isInHand = (connectionId: number): boolean => lane.isMoving(connectionId, now)
  const seen = presence.flush(now, isInHand)
  const moved = lane.flush()
  if (seen || moved.size > 0) tellEach(connections, seen, moved)
  return presence.nextDueAt(now, isInHand)
}

function tellEach(
  connections: Iterable<Connection>,
  seen: ReturnType<PresenceBoard['flush']>,
  moved: ReturnType<LaneRelay['flush']>,
): void {
  const moves = new Moves(moved)
  for (const connection of connections) {
    connection.gather(() => {
      if (seen && seen.only !== connection.id) connection.outbox.sendIfLevel(seen.frame)
      const frame = connection.caps.has('lane') ? moves.frameFor(connection.id) : null
      if (frame) connection.outbox.sendIfLevel(frame)
    })
  }
}

/** The movements of one tick. Whoever made none of them shares one buffer with all the others who did not. */
class Moves {
  readonly #bySender: ReadonlyMap<number, readonly Uint8Array[]>
  #toOnlookers: Uint8Array | null = null

  constructor(bySender: ReadonlyMap<number, readonly Uint8Array[]>) {
    this.#bySender = bySender
  }

  frameFor(connectionId: number): Uint8Array | null {
    const isSender = this.#bySender.has(connectionId)
    if (this.#bySender.size - (isSender ? 1 : 0) === 0) return null
    if (!isSender) return (this.#toOnlookers ??= encodeLaneRelay([...this.#bySender.values()].flat()))
    const others = [...this.#bySender].filter(([sender]) => sender !== connectionId)
    return encodeLaneRelay(others.flatMap(([, parts]) => parts))
  }
}
