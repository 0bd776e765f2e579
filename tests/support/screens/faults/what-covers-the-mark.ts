import type { Page } from '@playwright/test'

/** What lies over the middle or a corner of the watermark; a mark that is not to be seen counts too. */
export function whatCoversTheMark(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const mark = document.querySelector('[class*="tl-watermark"]')
    if (!mark) return ['there is no mark']
    const box = mark.getBoundingClientRect()
    const { left, top, bottom } = box
    // On a narrow canvas the engine lets its mark begin a little beyond the edge.
    const right = Math.min(box.right, window.innerWidth)
    if (
      right - left < 6 ||
      bottom - top < 8 ||
      box.right > window.innerWidth + 2 ||
      bottom > window.innerHeight
    ) {
      return ['the mark is not on the screen']
    }
    const points = [left + 2, (left + right) / 2, right - 2].flatMap((x) =>
      [top + 2, (top + bottom) / 2, bottom - 2].map((y) => [x, y] as const),
    )
    return points.flatMap(([x, y]) => {
      const seen = document.elementFromPoint(x, y)
      return seen && mark.contains(seen)
        ? []
        : [`${seen?.tagName ?? 'nothing'} at ${x}, ${y} covers the mark`]
    })
  })
}
