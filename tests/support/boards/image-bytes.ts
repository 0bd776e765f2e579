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

/** The bytes of a JPEG of this size that says so many times what its pixels are, without any. */
export function jpegBytes(width: number, height: number, scans: number): Uint8Array {
  const [high, low] = [(size: number) => size >> 8, (size: number) => size & 0xff]
  const size = [high(height), low(height), high(width), low(width)]
  const frame = [0xff, 0xc2, 0, 11, 8, ...size, 1, 1, 0x11, 0]
  const scan = [0xff, 0xda, 0, 8, 1, 1, 0, 1, 63, 0, 0x55, 0xff, 0, 0x55]
  const all = Array.from({ length: scans }, () => scan).flat()
  return Uint8Array.from([0xff, 0xd8, ...frame, ...all, 0xff, 0xd9])
}
