import { countScans } from '@/lib/images/count-scans'
import { readImageHeader } from '@/lib/images/image-header'
import { mayMove } from '@/lib/images/may-move'
import { LIMITS } from '@/lib/sync/limits'
import { openDrawing, type Drawing } from './drawing-of-image'

/** Whatever is larger is refused as it is: unfolded it would take more memory than a browser has for one page. */
const MOST_BYTES = 100 * 1024 * 1024
const MOST_PIXELS = 250_000_000
/** Some browsers write no WebP but PNG, of which nobody knows before how many bytes it takes. */
const TRIES = 4
const SMALLER_THAN_NEEDED = 0.9

/**
 * A still image as large as a board takes it: one with more pixels or bytes is drawn smaller, in the same shape. As it is
 * where it moves, or that cannot be done; the server says then what is wrong with it. `open` unfolds an image.
 */
export async function shrinkImage(file: Blob, open = openDrawing): Promise<Blob> {
  const pixels = await pixelsToShrink(file)
  if (pixels === null) return file
  try {
    const drawing = await open(file)
    try {
      return (await drawSmaller(drawing, pixels)) ?? file
    } finally {
      drawing.close()
    }
  } catch {
    return file
  }
}

/** How many an image has that is to be made smaller; null of one that is not. Nothing is unfolded for this. */
async function pixelsToShrink(file: Blob): Promise<number | null> {
  if (file.size > MOST_BYTES) return null
  const bytes = new Uint8Array(await file.arrayBuffer().catch(() => new ArrayBuffer(0)))
  const header = readImageHeader(bytes)
  if (!header || mayMove(bytes, header.type)) return null
  // It would take minutes.
  if (countScans(bytes, header.type) > LIMITS.IMAGE_SCANS) return null
  const pixels = header.width * header.height
  const isFine = pixels <= LIMITS.IMAGE_PIXELS && file.size <= LIMITS.ASSET_BYTES
  return isFine || pixels > MOST_PIXELS ? null : pixels
}

async function drawSmaller(drawing: Drawing, pixels: number): Promise<Blob | null> {
  let scale = Math.min(1, Math.sqrt(LIMITS.IMAGE_PIXELS / pixels))
  for (let tried = 0; tried < TRIES; tried++) {
    const drawn = await drawing.draw(scale)
    if (!drawn || drawn.size <= LIMITS.ASSET_BYTES) return drawn
    scale *= SMALLER_THAN_NEEDED * Math.sqrt(LIMITS.ASSET_BYTES / drawn.size)
  }
  return null
}
