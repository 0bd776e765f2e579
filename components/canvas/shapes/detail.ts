import { computed, type Computed, type Editor } from 'tldraw'
import { detailAt, mapDetailAt, type Detail, type MapDetail } from '@/lib/board/shapes/detail'

const details = new WeakMap<Editor, Computed<Detail>>()
const mapDetails = new WeakMap<Editor, Computed<MapDetail>>()

/** The detail of this editor's zoom; shapes that read it are drawn again only when they cross a threshold. */
export function detailOf(editor: Editor): Detail {
  let detail = details.get(editor)
  if (!detail) {
    detail = computed('canvas detail', () => detailAt(editor.getZoomLevel()))
    details.set(editor, detail)
  }
  return detail.get()
}

/** The same for what belongs to a map of teams. */
export function mapDetailOf(editor: Editor): MapDetail {
  let detail = mapDetails.get(editor)
  if (!detail) {
    detail = computed('detail of maps', () => mapDetailAt(editor.getZoomLevel()))
    mapDetails.set(editor, detail)
  }
  return detail.get()
}

/** As wide as a phone, or a window beside another. */
const NARROW_PX = 640

/** Says whether the canvas is so narrow that a line of words over a template is seen in part only. */
export function isNarrowScreen(editor: Editor): boolean {
  return editor.getViewportScreenBounds().w <= NARROW_PX
}
