import type { ImageHeader } from './image-header'

const ANIMATION_FLAG = 0b10

/**
 * Says whether a browser may have to draw an image again and again: a GIF, a WebP that says so, a PNG with frames before
 * its picture. Takes no longer than one walk over the bytes.
 */
export function mayMove(bytes: Uint8Array, type: ImageHeader['type']): boolean {
  const image = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (type === 'image/gif') return true
  if (type === 'image/webp')
    return image.toString('latin1', 12, 16) === 'VP8X' && ((image[20] ?? 0) & ANIMATION_FLAG) !== 0
  return type === 'image/png' && hasFrames(image)
}

function hasFrames(png: Buffer): boolean {
  const beside = 12
  for (let at = 8; at + beside <= png.length; at += beside + png.readUInt32BE(at)) {
    const chunk = png.toString('latin1', at + 4, at + 8)
    if (chunk === 'acTL') return true
    if (chunk === 'IDAT') return false
  }
  return false
}
