/** The bytes of a PNG as far as its size, then as many others as are wanted. */
export function pngBytes(width = 1, height = 1, length = 24): Uint8Array {
  const bytes = new Uint8Array(Math.max(24, length))
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52])
  const view = new DataView(bytes.buffer)
  view.setUint32(16, width)
  view.setUint32(20, height)
  return bytes
}

/** The bytes of a GIF as far as the size of its first frame. */
export function gifBytes(width: number, height: number): Uint8Array {
  const bytes = new Uint8Array(24)
  bytes.set([0x47, 0x49, 0x46, 0x38, 0x39, 0x61])
  const view = new DataView(bytes.buffer)
  bytes[13] = 0x2c
  for (const start of [6, 18]) {
    view.setUint16(start, width, true)
    view.setUint16(start + 2, height, true)
  }
  return bytes
}
