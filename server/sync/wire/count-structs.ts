import * as decoding from 'lib0/decoding'
import { skipNumbers, skipStruct } from './skip-struct'

/**
 * Counts the structs of an update without building anything of it, no further once they are more than `most`. Throws
 * where it is none.
 */
export function countUpdateStructs(update: Uint8Array, most: number): number {
  return skipStructs(new decoding.Decoder(update), most)
}

/** Reads past the structs with which an update begins and says how many they are; stops once they are more than `most`. */
export function skipStructs(decoder: decoding.Decoder, most = Infinity): number {
  let structs = 0
  for (let clients = decoding.readVarUint(decoder); clients > 0; clients--) {
    const count = decoding.readVarUint(decoder)
    structs += count
    if (structs > most) return structs
    skipNumbers(decoder, 2)
    for (let at = 0; at < count; at++) skipStruct(decoder)
  }
  return structs
}
