import type { Socket } from 'node:net'
import { Readable } from 'node:stream'

const POURED_AT_ONCE_BYTES = 128 * 1024
const FIRST_BYTE = { text: 0x81, binary: 0x82 } as const
const MASKED = 0x80
const LENGTH_IN_EIGHT_BYTES = 127
/** Under it, what is masked is what it was. */
const MASK_BYTES = 4
const HEAD_BYTES = 10

/** What a browser puts on the line for so many messages alike: made at once, it costs whoever sends it next to nothing. */
export function floodOf(kind: keyof typeof FIRST_BYTE, message: Uint8Array, times: number): Buffer {
  const head = Buffer.alloc(HEAD_BYTES + MASK_BYTES)
  head[0] = FIRST_BYTE[kind]
  if (message.length < LENGTH_IN_EIGHT_BYTES - 1) {
    head[1] = MASKED | message.length
    return repeat(Buffer.concat([head.subarray(0, 2 + MASK_BYTES), message]), times)
  }
  head[1] = MASKED | LENGTH_IN_EIGHT_BYTES
  head.writeBigUInt64BE(BigInt(message.length), 2)
  return repeat(Buffer.concat([head, message]), times)
}

function repeat(frame: Buffer, times: number): Buffer {
  return times === 1 ? frame : Buffer.alloc(frame.length * times, frame)
}

/** Puts bytes on a line as fast as it takes them, without holding up everything else meanwhile. */
export function pour(bytes: Buffer, line: Socket): void {
  if (bytes.length <= POURED_AT_ONCE_BYTES) return void line.write(bytes)
  const pieces = Array.from({ length: Math.ceil(bytes.length / POURED_AT_ONCE_BYTES) }, (_, at) =>
    bytes.subarray(at * POURED_AT_ONCE_BYTES, (at + 1) * POURED_AT_ONCE_BYTES),
  )
  Readable.from(pieces).pipe(line, { end: false })
}
