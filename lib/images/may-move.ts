import type { ImageHeader } from './image-header'

const ANIMATION_FLAG = 0b10
/** Names of parts, as numbers: there may be hundreds of thousands in one image. */
const [VP8X, ACTL, IDAT] = [0x56503858, 0x6163544c, 0x49444154]

/**
 * Says whether a browser may have to draw an image again and again: a GIF, a WebP that says so, a PNG with frames before
 * its picture. Takes no longer than one walk over the bytes.
 */
export function mayMove(bytes: Uint8Array, type: ImageHeader['type']): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (type === 'image/gif') return true
  if (type === 'image/png') return hasFrames(view)
  const isExtended = type === 'image/webp' && view.byteLength > 20 && view.getUint32(12) === VP8X
  return isExtended && (view.getUint8(20) & ANIMATION_FLAG) !== 0
}

function hasFrames(png: DataView): boolean {
  const beside = 12
  for (let at = 8; at + beside <= png.byteLength; at += beside + png.getUint32(at)) {
    const part = png.getUint32(at + 4)
    if (part === ACTL) return true
    if (part === IDAT) return false
  }
  return false
}
