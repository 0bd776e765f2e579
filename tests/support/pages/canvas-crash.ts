import { expect, type Page } from '@playwright/test'

/** What of the canvas engine's editor is needed to make it fall. */
interface FallibleEditor {
  crash(error: Error): void
}

/** Makes the canvas fall over where it stands, as an error of the engine itself would. */
export function crashCanvas(page: Page): Promise<void> {
  return page.evaluate(() => {
    type Fiber = { memoizedProps?: { value?: unknown } | null; return?: Fiber | null }
    const canvas = document.querySelector('.tl-canvas')
    const key = Object.keys(canvas ?? {}).find((name) => name.startsWith('__reactFiber$'))
    let fiber = canvas && key ? (canvas as unknown as Record<string, Fiber>)[key] : null
    for (; fiber; fiber = fiber.return ?? null) {
      const value = fiber.memoizedProps?.value
      if (typeof value !== 'object' || value === null || !('crash' in value)) continue
      const editor = value as FallibleEditor
      canvas?.closest('.tl-container')?.setAttribute('data-fell', '')
      editor.crash(new Error('The canvas was made to fall.'))
      return
    }
    throw new Error('There is no editor to be found.')
  })
}

/** Waits until there is another canvas in place of the one that fell, and it can be used. */
export async function waitForNewCanvas(page: Page): Promise<void> {
  await expect(page.locator('.tl-container:not([data-fell]) .tl-canvas')).toBeVisible()
  await expect.poll(() => page.evaluate(() => window.contourProbe !== undefined)).toBe(true)
}
