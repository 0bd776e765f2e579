import type { Editor } from 'tldraw'
import type { Camera } from '@/lib/moving/follow-view'
import { zoomStepFrom } from '@/lib/moving/zoom-step'
import { GLIDE } from './glide'

const leadingTo = new WeakMap<Editor, Camera>()

/**
 * Glides one step nearer or further, about the middle of the view. While the view is still on its way there, the next
 * step goes on from where that leads: two quick presses are two steps, however few pictures lie between them.
 */
export function zoomByStep(editor: Editor, way: 'in' | 'out'): void {
  const from = leadingTo.get(editor) ?? editor.getCamera()
  const z = zoomStepFrom(from.z, editor.getCameraOptions().zoomSteps, way)
  const { x, y } = editor.getViewportScreenCenter()
  const to = { x: from.x + x / z - x / from.z, y: from.y + y / z - y / from.z, z }
  editor.setCamera(to, GLIDE)
  leadingTo.set(editor, to)
  // Whatever else moves the view says so before.
  editor.once('stop-camera-animation', () => void leadingTo.delete(editor))
}
