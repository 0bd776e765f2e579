import { computed, type Computed, type Editor } from 'tldraw'

/** How much of itself a shape shows: all of it, all in larger letters, its title only, or a block of colour. */
export type Detail = 'full' | 'large' | 'title' | 'block'

/** Below this, letters of 12 px made for 100 % would be smaller than 11 on the screen. */
const LARGE_BELOW_ZOOM = 0.92
const TITLE_BELOW_ZOOM = 0.42
const BLOCK_BELOW_ZOOM = 0.25

/** How much is readable at this zoom (1 = 100 %). */
export function detailAt(zoom: number): Detail {
  if (zoom < BLOCK_BELOW_ZOOM) return 'block'
  if (zoom < TITLE_BELOW_ZOOM) return 'title'
  return zoom < LARGE_BELOW_ZOOM ? 'large' : 'full'
}

const details = new WeakMap<Editor, Computed<Detail>>()

/** The detail of this editor's zoom; shapes that read it are drawn again only when they cross a threshold. */
export function detailOf(editor: Editor): Detail {
  let detail = details.get(editor)
  if (!detail) {
    detail = computed('canvas detail', () => detailAt(editor.getZoomLevel()))
    details.set(editor, detail)
  }
  return detail.get()
}

/** Says whether a shape shows more words than its name. */
export function isWordy(detail: Detail): detail is 'full' | 'large' {
  return detail === 'full' || detail === 'large'
}

/** As wide as a phone, or a window beside another. */
const NARROW_PX = 640

/** Says whether the canvas is so narrow that a line of words over a template is seen in part only. */
export function isNarrowScreen(editor: Editor): boolean {
  return editor.getViewportScreenBounds().w <= NARROW_PX
}
