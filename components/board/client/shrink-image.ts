import { LIMITS } from '@/lib/sync/limits'

/** What is not sure to stand still is sent as it is. */
const STILL = ['image/png', 'image/jpeg', 'image/webp']
const QUALITY = 0.9

/**
 * A still image as large as a board takes it: one with more pixels or bytes is drawn smaller, in the same shape. As it is
 * where that cannot be done; the server says then what is wrong with it.
 */
export async function shrinkImage(file: Blob): Promise<Blob> {
  if (!STILL.includes(file.type) || typeof createImageBitmap === 'undefined') return file
  try {
    const bitmap = await createImageBitmap(file)
    const scale = Math.min(1, Math.sqrt(LIMITS.IMAGE_PIXELS / (bitmap.width * bitmap.height)))
    const isFine = scale === 1 && file.size <= LIMITS.ASSET_BYTES
    const smaller = isFine ? null : await draw(bitmap, { scale, type: file.type })
    bitmap.close()
    return smaller ?? file
  } catch {
    return file
  }
}

interface Drawing {
  readonly scale: number
  readonly type: string
}

/** Photos stay photos; what may be seen through stays so, in the form that takes fewest bytes. */
function draw(bitmap: ImageBitmap, { scale, type }: Drawing): Promise<Blob | null> {
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.floor(bitmap.width * scale))
  canvas.height = Math.max(1, Math.floor(bitmap.height * scale))
  const paper = canvas.getContext('2d')
  if (!paper) return Promise.resolve(null)
  paper.imageSmoothingQuality = 'high'
  paper.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  const form = type === 'image/jpeg' ? type : 'image/webp'
  return new Promise((resolve) => canvas.toBlob(resolve, form, QUALITY))
}
