import { useEffect, useRef, useState } from 'react'
import type { Result } from '@/lib/result'
import type {
  CanvasPictures,
  Picture,
  PictureFailure,
  PicturePlan,
  PictureScale,
  PictureTask,
} from '../../board/canvas/canvas-pictures'
import { copyPicture } from './copy-picture'

export type PictureJob =
  | { readonly kind: 'idle' }
  /** `share` is how much is done, 0..1. */
  | { readonly kind: 'working'; readonly share: number }
  | { readonly kind: 'failed'; readonly reason: Exclude<PictureFailure, 'cancelled'> }
  /** It is made, but the browser keeps its clipboard from us: the person copies it from the page. */
  | { readonly kind: 'to-copy'; readonly picture: Picture }

export interface PictureOrder {
  readonly plan: PicturePlan
  readonly format: 'png' | 'svg'
  readonly scale: PictureScale
}

const IDLE: PictureJob = { kind: 'idle' }

/** Makes one picture at a time; what is being made is dropped when it is cancelled or its dialog closes. */
export function usePictureJob(pictures: CanvasPictures | null) {
  const [job, setJob] = useState<PictureJob>(IDLE)
  const stop = useRef<AbortController | null>(null)
  useEffect(() => () => stop.current?.abort(), [])

  const begin = (order: PictureOrder): Running | null => {
    if (!pictures || stop.current) return null
    const controller = new AbortController()
    stop.current = controller
    setJob({ kind: 'working', share: 0 })
    const onProgress = (share: number): void => {
      if (!controller.signal.aborted) setJob({ kind: 'working', share })
    }
    return { controller, made: make(pictures, order, { signal: controller.signal, onProgress }) }
  }
  const end = async ({ controller, made }: Running): Promise<Picture | null> => {
    const result = await made
    if (stop.current !== controller) return null
    stop.current = null
    if (result.ok) setJob(IDLE)
    else setJob(result.error === 'cancelled' ? IDLE : { kind: 'failed', reason: result.error })
    return result.ok ? result.value : null
  }

  return {
    job,
    /** Answers with the finished picture, or null where there is none. */
    make: async (order: PictureOrder): Promise<Picture | null> => {
      const running = begin(order)
      return running ? end(running) : null
    },
    /** Answers with the picture once it is on the clipboard. */
    copy: async (order: PictureOrder): Promise<Picture | null> => {
      const running = begin({ ...order, format: 'png' })
      if (!running) return null
      const copied = copyPicture(() => running.made.then(toFile))
      const picture = await end(running)
      if (!picture || (await copied)) return picture
      setJob({ kind: 'to-copy', picture })
      return null
    },
    cancel: () => {
      stop.current?.abort()
      stop.current = null
      setJob(IDLE)
    },
  }
}

interface Running {
  readonly controller: AbortController
  readonly made: Promise<Result<Picture, PictureFailure>>
}

function make(
  pictures: CanvasPictures,
  { plan, format, scale }: PictureOrder,
  task: PictureTask,
): Promise<Result<Picture, PictureFailure>> {
  return format === 'png' ? pictures.drawPng(plan, { ...task, scale }) : pictures.drawSvg(plan, task)
}

function toFile(made: Result<Picture, PictureFailure>): Blob {
  if (!made.ok) throw new Error(`There is no picture: ${made.error}.`)
  return made.value.file
}
