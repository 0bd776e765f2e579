import { react, unsafe__withoutCapture, type Editor } from 'tldraw'
import type { Size } from '@/lib/geometry/size'
import type { Camera } from '@/lib/moving/follow-view'
import { gestureKindAt } from '../gesture'
import { isPlacing } from '../landing/landing'
import { boardCamera, screenOf, startCamera } from '../view/fit-board'
import type { Following } from './follow-person'
import { templateCameras } from './travel/show-template'

const SAME_WITHIN = 1e-3
/** The canvas follows the window in steps, all of them within this. */
const FOLLOWS_MS = 1_000
/** A view was fitted on one of so many sizes before. */
const REMEMBERED = 3

/**
 * A view that shows something fitted, and that nobody has moved since, is fitted again when the window changes its size.
 * Panels beside the canvas move nothing under the hand, and neither does the keyboard of a phone. Answers with the undo.
 */
export function keepFitted(editor: Editor, following: Following): () => void {
  let fitted = screenOf(editor)
  let recent: readonly Size[] = [fitted]
  let settledW = window.innerWidth
  let isFollowing: ReturnType<typeof setTimeout> | undefined
  const fitAgain = (): void => {
    const canvas = screenOf(editor)
    const before = [fitted, ...recent]
    recent = [canvas, ...recent].slice(0, REMEMBERED)
    if (isFollowing === undefined || isBusy(editor, following)) return
    if (isTypingByTouch() && window.innerWidth === settledW) return
    fitted = canvas
    const camera = fittedAgain(editor, before, canvas)
    if (camera) editor.setCamera(camera, { immediate: true })
  }
  const stop = react('a fitted view stays fitted', () => {
    screenOf(editor)
    unsafe__withoutCapture(fitAgain)
  })
  const onResize = (): void => {
    clearTimeout(isFollowing)
    isFollowing = setTimeout(() => {
      isFollowing = undefined
      settledW = window.innerWidth
    }, FOLLOWS_MS)
    // The canvas may have its new size already.
    fitAgain()
  }
  window.addEventListener('resize', onResize)
  return () => {
    stop()
    clearTimeout(isFollowing)
    window.removeEventListener('resize', onResize)
  }
}

/** What the camera fitted on a canvas of one of the sizes before, on one of this size; null where it fitted nothing. */
function fittedAgain(editor: Editor, before: readonly Size[], after: Size): Camera | null {
  const now = editor.getCamera()
  const again = fitsOf(editor, after)
  for (const size of before) {
    const at = fitsOf(editor, size).findIndex((one) => one !== null && isSameView(one, now))
    if (at >= 0) return again[at] ?? null
  }
  return null
}

/** Every view that fits something, on a canvas of this size. */
function fitsOf(editor: Editor, screen: Size): readonly (Camera | null)[] {
  return [startCamera(editor, screen), boardCamera(editor, screen), ...templateCameras(editor, screen)]
}

function isBusy(editor: Editor, following: Following): boolean {
  return following.person.get() !== null || isPlacing(editor) || gestureKindAt(editor.getPath()) !== 'idle'
}

/** Then a window that gets lower has a keyboard over it. */
function isTypingByTouch(): boolean {
  const isTyping = document.activeElement?.matches('input, textarea, [contenteditable="true"]') === true
  return isTyping && window.matchMedia('(pointer: coarse)').matches
}

function isSameView(one: Camera, other: Camera): boolean {
  return [one.x - other.x, one.y - other.y, one.z - other.z].every((off) => Math.abs(off) < SAME_WITHIN)
}
