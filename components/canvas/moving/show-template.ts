import { computed, type Computed, type Editor, type TLCameraMoveOptions } from 'tldraw'
import { standTemplates, type StandingTemplate } from '@/lib/board/standing'
import { fitBox, startOf } from '../fit-board'
import { clientOf } from '../store-client'
import { mapStart } from './map-start'

/** The template that takes most of the screen, by its instance; null where none is seen. */
export function templateInViewOf(editor: Editor): Computed<string | null> {
  return computed('template in view', () => {
    const view = editor.getViewportPageBounds()
    let [found, most] = [null as string | null, 0]
    for (const { instance, frame } of standing(editor)) {
      const w = Math.min(view.maxX, frame.x + frame.w) - Math.max(view.minX, frame.x)
      const h = Math.min(view.maxY, frame.y + frame.h) - Math.max(view.minY, frame.y)
      const seen = Math.max(0, w) * Math.max(0, h)
      if (seen > most) [found, most] = [instance.id, seen]
    }
    return found
  })
}

/** Goes to a template: all of it where that can be read, else where it begins. */
export function showTemplate(editor: Editor, instanceId: string, look: TLCameraMoveOptions): void {
  const template = standing(editor).find(({ instance }) => instance.id === instanceId)
  if (!template) return
  editor.stopCameraAnimation()
  const start =
    startOf(editor, template, { whole: template.frame, besideX: null }) ?? startOfMap(editor, template)
  if (start) editor.setCamera(start, look)
  else fitBox(editor, template.frame, look)
}

function startOfMap(editor: Editor, { frame, template }: StandingTemplate): ReturnType<typeof mapStart> {
  if (!template.teamMap) return null
  const { x, y, w, h } = template.heading
  const heading = { x: frame.x + x, y: frame.y + y, w, h }
  return mapStart({ screen: editor.getViewportScreenBounds(), frame, heading })
}

function standing(editor: Editor): readonly StandingTemplate[] {
  return standTemplates(clientOf(editor).view.instances.get())
}
