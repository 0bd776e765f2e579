import type { Editor } from 'tldraw'
import { err, ok, type Result } from '@/lib/result'
import {
  pixelsOf,
  type CanvasPictures,
  type PictureFailure,
  type PicturePlan,
  type PictureTask,
} from '../../board/canvas/canvas-pictures'
import { drawSvg, type DrawnSvg } from './draw-svg'
import { orFailed } from './or-failed'
import { paintPng } from './png/paint-png'
import { layOutPicture } from './picture-layout'
import { pictureParts } from './picture-shapes'
import { fitsRaster } from './png/raster-limit'
import { takeTurns } from './take-turns'

const DRAWN_SHARE = 0.3

interface PicturesParts {
  readonly editor: Editor
  /** Shows document positions only until the answer is called. */
  pauseLane(): () => void
}

/** Makes pictures of what this editor shows, one at a time: the engine cannot be stopped while it draws. */
export function createPictures(parts: PicturesParts): CanvasPictures {
  const { editor } = parts
  const inTurn = takeTurns()
  const begin = (plan: PicturePlan, task: PictureTask): Promise<Result<DrawnSvg, PictureFailure>> =>
    inTurn(() => draw(parts, plan, task))
  return {
    parts: () => pictureParts(editor),
    measure: (plan) => {
      const resume = parts.pauseLane()
      try {
        return layOutPicture(editor, plan)?.size ?? null
      } finally {
        resume()
      }
    },
    fits: (pixels) => fitsRaster(pixels),
    drawPng: (plan, { scale, ...task }) =>
      orFailed(task.signal, async () => {
        const drawn = await begin(plan, task)
        if (!drawn.ok) return drawn
        const pixels = pixelsOf(drawn.value.size, scale)
        const onProgress = (share: number): void => task.onProgress(DRAWN_SHARE + share * (1 - DRAWN_SHARE))
        const sheet = { svg: drawn.value.toFile(pixels), pixels, scale }
        const png = await paintPng(sheet, { signal: task.signal, onProgress })
        return png.ok ? ok({ file: png.value, size: pixels }) : png
      }),
    drawSvg: (plan, task) =>
      orFailed(task.signal, async () => {
        const drawn = await begin(plan, task)
        if (!drawn.ok) return drawn
        const { size } = drawn.value
        task.onProgress(1)
        return ok({ file: new Blob([drawn.value.toFile(size)], { type: 'image/svg+xml' }), size })
      }),
  }
}

async function draw(
  parts: PicturesParts,
  plan: PicturePlan,
  task: PictureTask,
): Promise<Result<DrawnSvg, PictureFailure>> {
  // Given up while it waited for its turn.
  if (task.signal.aborted) return err('cancelled')
  const drawn = await drawSvg(parts, plan, task.signal)
  if (task.signal.aborted) return err('cancelled')
  if (!drawn) return err('empty')
  task.onProgress(DRAWN_SHARE)
  return ok(drawn)
}
