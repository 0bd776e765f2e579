import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { skipStruct } from '../../wire/skip-struct'

/** Of so many structs or deleted ranges, or of so many bytes, a piece is made: a few milliseconds of a slow machine. */
export const PARTS_OF_PIECE = 2_000
const BYTES_OF_PIECE = 64 * 1024

/** A struct as Yjs decodes it, or the gap where some are left out. */
export type StructOrGap = ReturnType<typeof Y.decodeUpdate>['structs'][number]

/** Reads the structs of an update, of each client in the order of their clocks; yields after each piece. */
export function* readStructs(decoder: decoding.Decoder): Generator<void, Map<number, StructOrGap[]>> {
  const all = new Map<number, StructOrGap[]>()
  for (let clients = decoding.readVarUint(decoder); clients > 0; clients--) {
    let left = decoding.readVarUint(decoder)
    const client = decoding.readVarUint(decoder)
    let clock = decoding.readVarUint(decoder)
    const structs = all.get(client) ?? []
    all.set(client, structs)
    while (left > 0) {
      const from = decoder.pos
      const count = skipPiece(decoder, left)
      const bytes = decoder.arr.subarray(from, decoder.pos)
      const piece = Y.decodeUpdate(encodeNumbers([1, count, client, clock], bytes, [0])).structs
      for (const struct of piece) {
        structs.push(struct)
        clock += struct.length
      }
      left -= count
      yield
    }
  }
  return all
}

/** Reads the deletions that follow the structs of an update, as updates of a piece each. */
export function* cutDeletions(decoder: decoding.Decoder): Generator<Uint8Array> {
  let [sections, parts]: [Uint8Array[], number] = [[], 0]
  for (let clients = decoding.readVarUint(decoder); clients > 0; clients--) {
    const client = decoding.readVarUint(decoder)
    for (let left = decoding.readVarUint(decoder); left > 0;) {
      const count = Math.min(left, PARTS_OF_PIECE - parts)
      const from = decoder.pos
      for (let number = 0; number < 2 * count; number++) decoding.readVarUint(decoder)
      sections.push(encodeNumbers([client, count], decoder.arr.subarray(from, decoder.pos)))
      left -= count
      parts += count
      if (parts < PARTS_OF_PIECE) continue
      yield joinSections(sections)
      ;[sections, parts] = [[], 0]
    }
  }
  if (parts > 0) yield joinSections(sections)
}

function skipPiece(decoder: decoding.Decoder, most: number): number {
  const from = decoder.pos
  let count = 0
  while (count < Math.min(most, PARTS_OF_PIECE) && decoder.pos - from < BYTES_OF_PIECE) {
    skipStruct(decoder)
    count++
  }
  return count
}

function encodeNumbers(
  before: readonly number[],
  bytes: Uint8Array,
  after: readonly number[] = [],
): Uint8Array {
  return encoding.encode((encoder) => {
    for (const number of before) encoding.writeVarUint(encoder, number)
    encoding.writeUint8Array(encoder, bytes)
    for (const number of after) encoding.writeVarUint(encoder, number)
  })
}

function joinSections(sections: readonly Uint8Array[]): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 0)
    encoding.writeVarUint(encoder, sections.length)
    for (const section of sections) encoding.writeUint8Array(encoder, section)
  })
}
