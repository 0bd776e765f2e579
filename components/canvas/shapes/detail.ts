import { computed, type Computed, type Editor } from 'tldraw'
import { detailAt, mapDetailAt } from '@/lib/board/shapes/detail'

/** The detail of this editor's zoom; shapes that read it are drawn again only when they cross a threshold. */
export const detailOf = byZoom('canvas detail', detailAt)

/** The same for what belongs to a map of teams. */
export const mapDetailOf = byZoom('detail of maps', mapDetailAt)

function byZoom<Value>(name: string, at: (zoom: number) => Value): (editor: Editor) => Value {
  const found = new WeakMap<Editor, Computed<Value>>()
  return (editor) => {
    let value = found.get(editor)
    if (!value) {
      value = computed(name, () => at(editor.getZoomLevel()))
      found.set(editor, value)
    }
    return value.get()
  }
}

/** As wide as a phone, or a window beside another. */
const NARROW_PX = 640

/** Says whether the canvas is so narrow that a line of words over a template is seen in part only. */
export function isNarrowScreen(editor: Editor): boolean {
  return editor.getViewportScreenBounds().w <= NARROW_PX
}
