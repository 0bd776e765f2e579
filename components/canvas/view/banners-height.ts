import type { Editor } from 'tldraw'
import { atomPerEditor } from '../atom-per-editor'

/** How high the banners that lie over the canvas are together, px, with the gaps between them; 0 while there is none. */
export const bannersPxOf = atomPerEditor('height of the banners', 0)

/** Keeps that height current; answers with the undo. */
export function watchBanners(editor: Editor): () => void {
  const stack = editor.getContainer().ownerDocument.querySelector('[data-above-canvas]')
  if (!stack) return () => {}
  const read = (): void => void bannersPxOf(editor).set(heightOf(stack))
  read()
  const observer = new ResizeObserver(read)
  observer.observe(stack)
  return () => observer.disconnect()
}

function heightOf(stack: Element): number {
  const banners = [...stack.querySelectorAll<HTMLElement>('[data-banner]')]
  const gap = Number.parseFloat(getComputedStyle(stack).rowGap) || 0
  return banners.reduce((px, { offsetHeight }) => px + offsetHeight + gap, 0) - (banners.length > 0 ? gap : 0)
}
