import { computed, type Computed, type Editor, type TLCameraMoveOptions } from 'tldraw'
import { standTemplates, type StandingTemplate } from '@/lib/board/standing'
import { fitBox, startOf } from '../fit-board'
import { clientOf } from '../store-client'
import { lookedAt } from './looked-at'
import { mapStart } from './map-start'

/** The template one looks at, by its instance; null where none is seen, or more than one. */
export function templateInViewOf(editor: Editor): Computed<string | null> {
  return computed('template in view', () => {
    const { x, y, w, h } = editor.getViewportPageBounds()
    return lookedAt({ x, y, w, h }, standing(editor))?.instance.id ?? null
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
