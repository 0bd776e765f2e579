import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'

interface RawStruct {
  readonly origin?: Y.ID
  readonly rightOrigin?: Y.ID
  /** A root's name or the id of the item that holds the type. */
  readonly parent?: string | Y.ID
  readonly key?: string
  readonly content: Y.Item['content']
}

interface RawBlock {
  readonly client: number
  readonly clock: number
  readonly structs: readonly RawStruct[]
}

/** An update as no honest client would write it, byte by byte as Yjs reads it. */
export function rawUpdate(
  blocks: readonly RawBlock[],
  deletes: readonly { client: number; clock: number; len: number }[] = [],
): Uint8Array {
  const encoder = new Y.UpdateEncoderV1()
  encoding.writeVarUint(encoder.restEncoder, blocks.length)
  for (const block of blocks) writeBlock(encoder, block)
  encoding.writeVarUint(encoder.restEncoder, deletes.length)
  for (const { client, clock, len } of deletes) {
    for (const number of [client, 1, clock, len]) encoding.writeVarUint(encoder.restEncoder, number)
  }
  return encoder.toUint8Array()
}

/** A plain value as a map keeps it. */
export function anyValue(...values: unknown[]): Y.ContentAny {
  return new Y.ContentAny(values)
}

function writeBlock(encoder: Y.UpdateEncoderV1, { client, clock, structs }: RawBlock): void {
  encoding.writeVarUint(encoder.restEncoder, structs.length)
  encoder.writeClient(client)
  encoding.writeVarUint(encoder.restEncoder, clock)
  let at = clock
  for (const { origin, rightOrigin, parent, key, content } of structs) {
    // Before it is integrated, an item keeps its root as a name, which its type does not say.
    const holder = (parent ?? null) as Y.ID | null
    const id = Y.createID(client, at)
    const item = new Y.Item(id, null, origin ?? null, null, rightOrigin ?? null, holder, key ?? null, content)
    item.write(encoder, 0)
    at += content.getLength()
  }
}
