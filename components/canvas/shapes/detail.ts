import type { Editor } from 'tldraw'
import { detailAt, mapDetailAt } from '@/lib/board/shapes/detail'
import { computedPerEditor } from '../computed-per-editor'

/** The detail of this editor's zoom; shapes that read it are drawn again only when they cross a threshold. */
export const detailOf = computedPerEditor('canvas detail', (editor) => detailAt(editor.getZoomLevel()))

/** The same for what belongs to a map of teams. */
export const mapDetailOf = computedPerEditor('detail of maps', (editor) => mapDetailAt(editor.getZoomLevel()))

/** As wide as a phone, or a window beside another. */
const NARROW_PX = 640

/** Says whether the canvas is so narrow that a line of words over a template is seen in part only. */
export function isNarrowScreen(editor: Editor): boolean {
  return editor.getViewportScreenBounds().w <= NARROW_PX
}
