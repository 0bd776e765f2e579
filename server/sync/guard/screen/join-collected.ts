import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { COLLECTED, skipStruct } from '../../wire/skip-struct'

/** Below this, nothing is gained. */
const WORTH_IT_FROM_BYTES = 4 * 1024

/**
 * Makes one of collected structs side by side, as Yjs itself does after it has built each of them: so many thousands of
 * nothing cost next to nothing. Whatever cannot be read, or holds more structs than `mostStructs`, is left as it is.
 */
export function joinCollected(update: Uint8Array, mostStructs: number): Uint8Array {
  if (update.length < WORTH_IT_FROM_BYTES) return update
  try {
    return join(update, mostStructs)
  } catch {
    return update
  }
}

function join(update: Uint8Array, mostStructs: number): Uint8Array {
  const from = decoding.createDecoder(update)
  const to = encoding.createEncoder()
  const clients = decoding.readVarUint(from)
  encoding.writeVarUint(to, clients)
  let [before, after] = [0, 0]
  for (let left = clients; left > 0; left--) {
    const block = joinBlock(from, to)
    before += block.before
    after += block.after
  }
  if (before === after || before > mostStructs) return update
  encoding.writeUint8Array(to, update.subarray(from.pos))
  return encoding.toUint8Array(to)
}

function joinBlock(from: decoding.Decoder, to: encoding.Encoder): { before: number; after: number } {
  const before = decoding.readVarUint(from)
  const [client, clock] = [decoding.readVarUint(from), decoding.readVarUint(from)]
  const structs = encoding.createEncoder()
  let [after, collected] = [0, 0]
  const writeCollected = (): void => {
    if (collected === 0) return
    encoding.writeUint8(structs, COLLECTED)
    encoding.writeVarUint(structs, collected)
    collected = 0
    after++
  }
  for (let at = 0; at < before; at++) {
    const start = from.pos
    if (from.arr[start] === COLLECTED) {
      from.pos++
      const length = decoding.readVarUint(from)
      if (length === 0) throw new RangeError('an empty struct')
      collected += length
      continue
    }
    writeCollected()
    skipStruct(from)
    encoding.writeUint8Array(structs, from.arr.subarray(start, from.pos))
    after++
  }
  writeCollected()
  for (const number of [after, client, clock]) encoding.writeVarUint(to, number)
  encoding.writeUint8Array(to, encoding.toUint8Array(structs))
  return { before, after }
}
