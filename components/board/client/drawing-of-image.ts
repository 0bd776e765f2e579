const QUALITY = 0.9

/** An image that is unfolded. */
export interface Drawing {
  /** Draws it at this scale; null where the browser cannot. */
  draw(scale: number): Promise<Blob | null>
  /** Gives its memory back. */
  close(): void
}

/** Unfolds an image, as it is to be turned. Rejects where that cannot be done. */
export async function openDrawing(file: Blob): Promise<Drawing> {
  // Turned as it says by itself: not all browsers know the word for that.
  const bitmap = await createImageBitmap(file)
  return {
    draw: (scale) => draw(bitmap, { scale, type: file.type }),
    close: () => bitmap.close(),
  }
}

/** Photos stay photos; what may be seen through stays so, in the form that takes fewest bytes. */
function draw(bitmap: ImageBitmap, { scale, type }: { scale: number; type: string }): Promise<Blob | null> {
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
