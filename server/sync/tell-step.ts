import { encodeSync, SYNC } from '@/lib/sync/messages'
import type { Connection } from './connection'
import type { SafeStep } from './document/live-document-listener'

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
