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

/** Tells what changed in presence and on the lane since the last tick. */
export function tellMovement(
  connections: Iterable<Connection>,
  presence: PresenceBoard,
  lane: LaneRelay,
): void {
  const seen = presence.flush()
  const moved = lane.flush()
  if (!seen && moved.size === 0) return
  for (const connection of connections) {
    connection.gather(() => {
      if (seen && seen.only !== connection.id) connection.outbox.sendIfLevel(seen.frame)
      if (!connection.caps.has('lane')) return
      for (const [sender, frames] of moved) {
        if (sender !== connection.id) for (const frame of frames) connection.outbox.sendIfLevel(frame)
      }
    })
  }
}
