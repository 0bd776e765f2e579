import type { Editor } from 'tldraw'
import { describe, expect, it } from 'vitest'
import type { PicturePlan } from '@/components/board/canvas/canvas-pictures'
import { createPictures } from '@/components/canvas/pictures/create-pictures'

/** An editor that cannot even say what stands on its page. */
const broken = new Proxy({}, { get: () => () => raise() }) as Editor

function raise(): never {
  throw new Error('The browser has no memory left.')
}

describe('a picture the browser cannot make', () => {
  const parts = { editor: broken, pauseLane: () => () => undefined }
  const onProgress = (): void => undefined

  it.each(['drawPng', 'drawSvg'] as const)(
    'is told as failed by %s, and as cancelled once given up',
    async (draw) => {
      const pictures = createPictures(parts)
      const stop = new AbortController()
      const task = { signal: stop.signal, onProgress, scale: 1 } as const
      expect(await pictures[draw]({} as PicturePlan, task)).toEqual({ ok: false, error: 'failed' })
      stop.abort()
      expect(await pictures[draw]({} as PicturePlan, task)).toEqual({ ok: false, error: 'cancelled' })
    },
  )

  it('is not begun where it was given up before', async () => {
    let drawings = 0
    const pauseLane = (): (() => void) => {
      drawings += 1
      return () => undefined
    }
    const pictures = createPictures({ editor: broken, pauseLane })
    const task = { signal: AbortSignal.abort(), onProgress }
    expect(await pictures.drawSvg({} as PicturePlan, task)).toEqual({ ok: false, error: 'cancelled' })
    expect(drawings).toBe(0)
  })
})
