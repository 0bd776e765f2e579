/** What the first bytes of an image say of it. */
export interface ImageHeader {
  readonly type: 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp'
  readonly width: number
  readonly height: number
}

type Size = Pick<ImageHeader, 'width' | 'height'>

/**
 * Reads the type of an image and how many pixels it unfolds to; null for everything else, SVG included, and where its
 * size cannot be read. Takes no longer than one walk over the bytes, whatever they are.
 */
export function readImageHeader(bytes: Uint8Array): ImageHeader | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const kind = KINDS.find(({ starts }) => starts.test(latin(view, 0, 16)))
  const size = kind && orNull(() => kind.readSize(view))
  return size && size.width > 0 && size.height > 0 ? { type: kind.type, ...size } : null
}

const KINDS = [
  { type: 'image/png', starts: /^\x89PNG\r\n\x1a\n/, readSize: pngSize },
  { type: 'image/jpeg', starts: /^\xff\xd8\xff/, readSize: jpegSize },
  { type: 'image/gif', starts: /^GIF8[79]a/, readSize: gifSize },
  { type: 'image/webp', starts: /^RIFF[^]{4}WEBP/, readSize: webpSize },
] as const

/** A view throws where something is read beyond its end: the image says less than it has to. */
function orNull(read: () => Size | null): Size | null {
  try {
    return read()
  } catch (cause) {
    if (cause instanceof RangeError) return null
    throw cause
  }
}

function pngSize(view: DataView): Size | null {
  if (latin(view, 12, 4) !== 'IHDR') return null
  return { width: view.getUint32(16), height: view.getUint32(20) }
}

/** Of frames; C4, C8 and CC among them are tables. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
const standsAlone = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)
const endsHeaders = (marker: number): boolean => marker === 0xd9 || marker === 0xda

/** Goes from segment to segment as decoders do, which pass over what stands between them. */
function jpegSize(view: DataView): Size | null {
  let at = 2
  for (;;) {
    while (view.getUint8(at) !== 0xff) at++
    while (view.getUint8(at) === 0xff) at++
    const marker = view.getUint8(at++)
    if (endsHeaders(marker)) return null
    if (marker === 0 || standsAlone(marker)) continue
    if (isFrame(marker)) return { height: view.getUint16(at + 3), width: view.getUint16(at + 5) }
    at += Math.max(2, view.getUint16(at))
  }
}

/** A browser makes room for the first frame too, which may be larger than the screen it belongs to. */
function gifSize(view: DataView): Size | null {
  let at = 13 + colorBytes(view.getUint8(10))
  while (view.getUint8(at) === 0x21) {
    at += 2
    while (view.getUint8(at) > 0) at += 1 + view.getUint8(at)
    at++
  }
  if (view.getUint8(at) !== 0x2c) return null
  const [left, top, width, height] = [1, 3, 5, 7].map((offset) => view.getUint16(at + offset, true))
  return {
    width: Math.max(view.getUint16(6, true), (left ?? 0) + (width ?? 0)),
    height: Math.max(view.getUint16(8, true), (top ?? 0) + (height ?? 0)),
  }
}

function colorBytes(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0
}

/** The three kinds of first chunk: lossy, lossless, and one that tells of those that follow, none of which is larger. */
function webpSize(view: DataView): Size | null {
  const chunk = latin(view, 12, 4)
  if (chunk === 'VP8X') return { width: uint24(view, 24) + 1, height: uint24(view, 27) + 1 }
  if (chunk === 'VP8 ' && latin(view, 23, 3) === '\x9d\x01\x2a')
    return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
  if (chunk !== 'VP8L' || view.getUint8(20) !== 0x2f) return null
  const bits = view.getUint32(21, true)
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
}

function uint24(view: DataView, at: number): number {
  return view.getUint16(at, true) + view.getUint8(at + 2) * 2 ** 16
}

/** As many characters as there are, one for each byte. */
function latin(view: DataView, at: number, length: number): string {
  const end = Math.min(view.byteLength, at + length)
  let text = ''
  for (let next = at; next < end; next++) text += String.fromCharCode(view.getUint8(next))
  return text
}
