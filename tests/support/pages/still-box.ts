import type { Locator } from '@playwright/test'

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** So many pictures in a row show the same of what has come to rest. */
const SAME_PICTURES = 3

/** The box of something in the window once it has come to rest: what comes in or follows a hand stands elsewhere before. */
export async function stillBox(something: Locator): Promise<Box> {
  await something.evaluate(async (element, pictures) => {
    const nextPicture = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve))
    // One that is called off has ended, too.
    await Promise.allSettled(element.getAnimations().map(({ finished }) => finished))
    let last = ''
    let same = 0
    while (same < pictures) {
      await nextPicture()
      const now = JSON.stringify(element.getBoundingClientRect())
      same = now === last ? same + 1 : 0
      last = now
    }
  }, SAME_PICTURES)
  const box = await something.boundingBox()
  if (!box) throw new Error('What has come to rest is out of sight.')
  return box
}
