import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'

/** The state vector a document had before these updates, the oldest first, which are the last it took. */
export function vectorBefore(doc: Y.Doc, updates: readonly Uint8Array[]): Uint8Array {
  const clocks = Y.decodeStateVector(Y.encodeStateVector(doc))
  for (const update of updates.toReversed()) {
    for (const [client, clock] of Y.parseUpdateMeta(update).from) clocks.set(client, clock)
  }
  return encodeClocks(clocks)
}

/** What of a state vector this document knows, in one order: copies that lack the same name the same. */
export function knownPart(doc: Y.Doc, vector: Uint8Array): Uint8Array {
  const clocks = [...Y.decodeStateVector(vector)].map(
    ([client, clock]) => [client, Math.min(clock, Y.getState(doc.store, client))] as const,
  )
  const known = clocks.filter(([, clock]) => clock > 0).sort(([one], [other]) => one - other)
  return encodeClocks(new Map(known))
}

function encodeClocks(clocks: ReadonlyMap<number, number>): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, clocks.size)
    for (const [client, clock] of clocks) {
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, clock)
    }
  })
}
