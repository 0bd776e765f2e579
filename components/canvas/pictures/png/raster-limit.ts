import type { PictureSize } from '../../../board/canvas/canvas-pictures'

/** Every browser draws this much. */
const SAFE = { sidePx: 8_192, areaPx: 4_096 * 4_096 }
/** Beyond this every browser gives up, or takes 400 MB of memory and may take the page with it. */
const MOST = { sidePx: 65_535, areaPx: 100_000_000 }

/** Says whether a browser draws so many pixels; between what all do and what none should, it is tried. */
export function fitsRaster(size: PictureSize, tries: (size: PictureSize) => boolean = tryRaster): boolean {
  if (isWithin(size, SAFE)) return true
  return isWithin(size, MOST) && tries(size)
}

function isWithin({ w, h }: PictureSize, limit: { sidePx: number; areaPx: number }): boolean {
  return w <= limit.sidePx && h <= limit.sidePx && w * h <= limit.areaPx
}

/** A canvas that is too large for the browser stays empty without a word, so its last pixel is written and read. */
function tryRaster({ w, h }: PictureSize): boolean {
  const canvas = document.createElement('canvas')
  try {
    canvas.width = w
    canvas.height = h
    const context = canvas.getContext('2d', { willReadFrequently: true })
    if (!context) return false
    context.fillRect(w - 1, h - 1, 1, 1)
    return context.getImageData(w - 1, h - 1, 1, 1).data[3] === 255
  } catch {
    return false
  } finally {
    canvas.width = 0
    canvas.height = 0
  }
}
