import type { ImageHeader } from './image-header'

const [START_OF_SCAN, END_OF_IMAGE] = [0xda, 0xd9]

/**
 * In how many goes a browser unfolds a still image: a JPEG may say of all its pixels again and again that nothing is to
 * be added, in twenty bytes each. Takes no longer than one walk over the bytes, the one that decoders take.
 */
export function countScans(bytes: Uint8Array, type: ImageHeader['type']): number {
  if (type !== 'image/jpeg') return 1
  let scans = 0
  for (let at = 2; at < bytes.length;) {
    if (bytes[at++] !== 0xff) continue
    while (bytes[at] === 0xff) at++
    const marker = bytes[at++] ?? END_OF_IMAGE
    if (marker === END_OF_IMAGE) return scans
    if (marker === START_OF_SCAN) scans++
    if (!standsAlone(marker)) at += Math.max(2, lengthAt(bytes, at))
  }
  return scans
}

/**
 * Such as 0, which says that the byte before it is one of the pixels. Those that mean nothing have no length either:
 * a decoder that looks for where it may go on after a fault goes on right behind them.
 */
function standsAlone(marker: number): boolean {
  return marker < 0xc0 || (marker >= 0xd0 && marker <= 0xd7)
}

function lengthAt(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)
}
