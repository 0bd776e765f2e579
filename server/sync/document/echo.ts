import * as Y from 'yjs'

/**
 * Whether the only sender of a tick still has to hear its outcome: the server wrote or deleted something of its own
 * in it. Where the two cannot be told apart the answer is yes, which costs bytes and nothing else.
 */
export function isEchoNeeded(
  outcome: Uint8Array,
  sent: readonly Uint8Array[],
  serverClientId: number,
): boolean {
  const [only] = sent
  if (sent.length === 1 && only && isSame(only, outcome)) return false
  const { structs, ds } = Y.decodeUpdate(outcome)
  return ds.clients.size > 0 || structs.some(({ id }) => id.client === serverClientId)
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at])
}
