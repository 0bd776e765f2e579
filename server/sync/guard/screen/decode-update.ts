import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import { LIMITS } from '@/lib/sync/limits'

/** A struct as it came over the wire: its parent may still be a root's name. */
export type WireStruct = Y.Item | Y.GC

/** The structs of one client in one update, without gaps. */
export interface ClientBlock {
  readonly client: number
  readonly structs: readonly WireStruct[]
}

export interface DecodedUpdate {
  readonly blocks: readonly ClientBlock[]
  readonly deletes: UpdateDeletes
}

/** The delete set of an update, sorted and without overlaps. */
export type UpdateDeletes = ReturnType<typeof Y.decodeUpdate>['ds']

const MAX_CLIENT_ID = 0xffffffff
/** No honest document reaches this clock; sums of clock and length stay exact far below 2^53. */
const MAX_CLOCK = 2 ** 31

/** Stops reading before megabytes of the smallest structs have become objects. */
class BoundedDecoder extends Y.UpdateDecoderV1 {
  #structs = 0
  #ranges = 0

  override readInfo(): number {
    if (++this.#structs > LIMITS.STRUCTS_PER_UPDATE) throw new RangeError('too many structs')
    return super.readInfo()
  }

  override readDsClock(): number {
    if (++this.#ranges > LIMITS.DELETED_RANGES_PER_UPDATE) throw new RangeError('too many deleted ranges')
    return super.readDsClock()
  }
}

/**
 * Reads an update; null where it is garbage, where Yjs would read it differently when it applies it (a client listed
 * twice, empty structs, skipped clocks), or where it holds more parts than anybody writes. Reading takes time linear in
 * the bytes.
 */
export function decodeUpdate(update: Uint8Array): DecodedUpdate | null {
  try {
    const { structs, ds } = Y.decodeUpdateV2(update, BoundedDecoder)
    const blocks = toBlocks(structs)
    const listed = decoding.readVarUint(decoding.createDecoder(update))
    if (blocks === null || blocks.length !== listed || !isSorted(ds)) return null
    return { blocks, deletes: ds }
  } catch {
    return null
  }
}

function toBlocks(structs: readonly (WireStruct | Y.Skip)[]): ClientBlock[] | null {
  const blocks = new Map<number, WireStruct[]>()
  let previous: WireStruct | null = null
  for (const struct of structs) {
    if (!(struct instanceof Y.Item || struct instanceof Y.GC) || struct.length < 1) return null
    const { client, clock } = struct.id
    if (client > MAX_CLIENT_ID || clock + struct.length > MAX_CLOCK) return null
    if (previous?.id.client === client) {
      if (clock !== previous.id.clock + previous.length) return null
      blocks.get(client)?.push(struct)
    } else {
      if (blocks.has(client)) return null
      blocks.set(client, [struct])
    }
    previous = struct
  }
  return [...blocks].map(([client, list]) => ({ client, structs: list }))
}

function isSorted(deletes: UpdateDeletes): boolean {
  for (const [client, ranges] of deletes.clients) {
    if (client > MAX_CLIENT_ID) return false
    let end = 0
    for (const { clock, len } of ranges) {
      if (clock < end || len < 1 || clock + len > MAX_CLOCK) return false
      end = clock + len
    }
  }
  return true
}
