/** Below this a copy between threads is cheaper than handing the buffer over. */
const TRANSFER_LEAST_BYTES = 16 * 1024

/** A value whose bytes belong to nobody else. */
export interface OwnedBytes {
  readonly value: unknown
  /** Buffers that belong to `value` alone and may be handed to another thread. */
  readonly transfer: ArrayBuffer[]
}

/**
 * Copies a value of plain objects, arrays and bytes so that its bytes stand in buffers of their own: the sender goes on
 * using its bytes, and a small view of a large buffer does not carry the whole buffer to the other thread.
 */
export function ownBytes(value: unknown): OwnedBytes {
  const transfer: ArrayBuffer[] = []
  return { value: copy(value, transfer), transfer }
}

/**
 * The buffers of a value that was just read and belongs to nobody: another thread can have them without a copy, which in
 * fresh memory takes longer than reading. What is a view of more than itself is left out.
 */
export function listBuffers(value: unknown): ArrayBuffer[] {
  if (value instanceof Uint8Array) {
    const { buffer, byteLength } = value
    const isWhole = buffer instanceof ArrayBuffer && buffer.byteLength === byteLength
    return isWhole && byteLength >= TRANSFER_LEAST_BYTES ? [buffer] : []
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(listBuffers) : []
}

function copy(value: unknown, transfer: ArrayBuffer[]): unknown {
  if (value instanceof Uint8Array) return copyBytes(value, transfer)
  if (Array.isArray(value)) return value.map((item) => copy(item, transfer))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copy(item, transfer)]))
}

function copyBytes(bytes: Uint8Array, transfer: ArrayBuffer[]): Uint8Array {
  // Not `slice`, which on a Buffer is a view of the same memory.
  const copied = new Uint8Array(bytes)
  if (copied.byteLength >= TRANSFER_LEAST_BYTES) transfer.push(copied.buffer)
  return copied
}
