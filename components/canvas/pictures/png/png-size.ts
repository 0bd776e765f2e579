const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const WIDTH_AT = 16
const HEIGHT_AT = 20

/** Reads the size a PNG says it has from its first 24 bytes; null where they are no PNG. */
export function readPngSize(bytes: Uint8Array): { w: number; h: number } | null {
  if (bytes.length < HEIGHT_AT + 4 || SIGNATURE.some((byte, at) => bytes[at] !== byte)) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return { w: view.getUint32(WIDTH_AT), h: view.getUint32(HEIGHT_AT) }
}
