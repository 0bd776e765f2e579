import type { Editor, TLShapeId } from 'tldraw'
import { takeKeyboard } from '../../take-keyboard'
import { pulse } from './pulse'

/** Below this the title of a card cannot be read. */
const READABLE_ZOOM = 0.6
const SHOWN_ZOOM = 0.85
const GLIDE = { animation: { duration: 200 } }

/** Selects a shape, brings it into view near enough to read, gives it the keyboard and lets it pulse once. */
export function showShape(editor: Editor, id: TLShapeId): void {
  const bounds = editor.getShapePageBounds(id)
  if (!bounds) return
  editor.setCurrentTool('select')
  editor.select(id)
  const zoom = editor.getZoomLevel()
  const isFar = zoom < READABLE_ZOOM
  if (isFar || !editor.getViewportPageBounds().contains(bounds)) {
    const z = isFar ? SHOWN_ZOOM : zoom
    const { w, h } = editor.getViewportScreenBounds()
    const { center } = bounds
    editor.setCamera({ x: w / z / 2 - center.x, y: h / z / 2 - center.y, z }, GLIDE)
  }
  takeKeyboard(editor)
  pulse(editor, id)
}
