import { FileHelpers, PngHelpers } from 'tldraw'
import { err, ok, type Result } from '@/lib/result'
import type {
  PictureFailure,
  PictureScale,
  PictureSize,
  PictureTask,
} from '../../../board/canvas/canvas-pictures'
import { readPngSize } from './png-size'
import { fitsRaster } from './raster-limit'

/** So much is painted at once: the page answers in between, and can be told to stop. */
const BAND_PX = 3_000_000
const PAINTED_SHARE = 0.8

interface Sheet {
  /** A whole SVG file whose own size is `pixels`. */
  readonly svg: string
  readonly pixels: PictureSize
  /** How many pixels are one px when the picture is shown in its natural size. */
  readonly scale: PictureScale
}

/** Paints an SVG as a PNG of exactly this size, or says why not; it is never made smaller. */
export async function paintPng(sheet: Sheet, task: PictureTask): Promise<Result<Blob, PictureFailure>> {
  const { pixels, scale } = sheet
  if (!fitsRaster(pixels)) return err('too-large')
  const image = await loadImage(sheet.svg)
  if (!image) return err('failed')
  const canvas = document.createElement('canvas')
  try {
    canvas.width = pixels.w
    canvas.height = pixels.h
    const painted = await paintBands(canvas, image, task)
    if (!painted.ok) return painted
    const png = await encode(canvas, task.signal)
    if (task.signal.aborted) return err('cancelled')
    const size = png ? readPngSize(new Uint8Array(await png.slice(0, 32).arrayBuffer())) : null
    if (!png || size?.w !== pixels.w || size.h !== pixels.h) return err('too-large')
    task.onProgress(1)
    return ok(PngHelpers.setPhysChunk(new DataView(await png.arrayBuffer()), scale, { type: 'image/png' }))
  } finally {
    // Some browsers keep the pixels of a forgotten canvas for long.
    canvas.width = 0
    canvas.height = 0
  }
}

async function paintBands(
  canvas: HTMLCanvasElement,
  image: HTMLImageElement,
  { signal, onProgress }: PictureTask,
): Promise<Result<null, PictureFailure>> {
  const { width, height } = canvas
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) return err('too-large')
  const bandH = Math.max(1, Math.floor(BAND_PX / width))
  for (let top = 0; top < height; top += bandH) {
    if (signal.aborted) return err('cancelled')
    const bottom = Math.min(height, top + bandH)
    context.save()
    context.beginPath()
    context.rect(0, top, width, bottom - top)
    context.clip()
    context.drawImage(image, 0, 0, width, height)
    context.restore()
    // Reading makes the browser paint now; its paper is never transparent, so a pixel that is was not painted.
    if (context.getImageData(width - 1, bottom - 1, 1, 1).data[3] !== 255) return err('too-large')
    onProgress((PAINTED_SHARE * bottom) / height)
    await letOthersWork()
  }
  return ok(null)
}

/** As a data address: an image with HTML inside that came from a blob's address may not be read back. */
async function loadImage(svg: string): Promise<HTMLImageElement | null> {
  const image = new Image()
  image.src = await FileHelpers.blobToDataUrl(new Blob([svg], { type: 'image/svg+xml' }))
  try {
    await image.decode()
    return image
  } catch {
    return null
  }
}

/** A browser cannot be stopped while it packs a file, but nobody has to wait for it. */
function encode(canvas: HTMLCanvasElement, signal: AbortSignal): Promise<Blob | null> {
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(null), { once: true })
    canvas.toBlob(resolve, 'image/png')
  })
}

function letOthersWork(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0))
}
