import type { Editor } from 'tldraw'
import { zoomStepFrom } from '@/lib/moving/zoom-step'
import { GLIDE } from './glide'
import { whereViewLeads } from './keep-glide'

/**
 * Glides one step nearer or further, about the middle of the view. While the view is still on its way there, the next
 * step goes on from where that leads: two quick presses are two steps, however few pictures lie between them.
 */
export function zoomByStep(editor: Editor, way: 'in' | 'out'): void {
  const from = whereViewLeads(editor)
  const z = zoomStepFrom(from.z, editor.getCameraOptions().zoomSteps, way)
  const { x, y } = editor.getViewportScreenCenter()
  editor.setCamera({ x: from.x + x / z - x / from.z, y: from.y + y / z - y / from.z, z }, GLIDE)
}
