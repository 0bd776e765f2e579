import * as decoding from 'lib0/decoding'
import { LIMITS } from '@/lib/sync/limits'
import { skipStructs } from '../wire/count-structs'
import { HeldCounter, skipNumbers } from '../wire/skip-struct'

/**
 * How much work an update is for the server, in bytes of an ordinary update that are as much: so many for each struct,
 * each deleted range and each list or object, without its own length. Reads the update without building anything of it.
 * Of what is no update it says 0: the guard puts its sender out.
 */
export function weighUpdate(update: Uint8Array): number {
  try {
    const decoder = new HeldCounter(update)
    const parts = skipStructs(decoder) * LIMITS.STRUCT_WORK_BYTES
    const ranges = skipRanges(decoder) * LIMITS.DELETED_RANGE_WORK_BYTES
    return parts + ranges + decoder.held * LIMITS.HELD_OBJECT_WORK_BYTES
  } catch {
    return 0
  }
}

function skipRanges(decoder: decoding.Decoder): number {
  let ranges = 0
  for (let clients = decoding.readVarUint(decoder); clients > 0; clients--) {
    skipNumbers(decoder, 1)
    const count = decoding.readVarUint(decoder)
    skipNumbers(decoder, 2 * count)
    ranges += count
  }
  return ranges
}
