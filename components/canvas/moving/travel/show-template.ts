import { computed, type Computed, type Editor, type TLCameraMoveOptions } from 'tldraw'
import { standTemplates, type StandingTemplate } from '@/lib/board/places/standing'
import type { Size } from '@/lib/geometry/size'
import type { Camera } from '@/lib/moving/follow-view'
import { clientOf } from '../../session/store-client'
import { boxCamera, screenOf, startOf } from '../../view/fit-board'
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
  editor.setCamera(cameraFor(editor, template, screenOf(editor)), look)
}

export function isStanding(editor: Editor, instanceId: string): boolean {
  return standing(editor).some(({ instance }) => instance.id === instanceId)
}

/** Where the camera goes on a canvas of this size (px) to show each of the templates. */
export function templateCameras(editor: Editor, screen: Size): readonly Camera[] {
  return standing(editor).map((template) => cameraFor(editor, template, screen))
}

function cameraFor(editor: Editor, template: StandingTemplate, screen: Size): Camera {
  return (
    startOf(screen, template, { whole: template.frame, besideX: null }) ??
    startOfMap(screen, template) ??
    boxCamera(editor, template.frame, screen)
  )
}

function startOfMap(screen: Size, { frame, heading, template }: StandingTemplate): Camera | null {
  return template.teamMap ? mapStart({ screen, frame, heading }) : null
}

function standing(editor: Editor): readonly StandingTemplate[] {
  return standTemplates(clientOf(editor).view.instances.get())
}
