import type { Editor } from 'tldraw'

/** The template that was gone to last; null once the view was moved otherwise. */
export interface TemplateAim {
  get(): string | null
  /** Called once the view is on its way there. */
  set(instanceId: string): void
}

export function createTemplateAim(editor: Editor): TemplateAim {
  let aim: string | null = null
  return {
    get: () => aim,
    set: (instanceId) => {
      aim = instanceId
      // The engine says so at every movement of the view but the glide itself.
      editor.once('stop-camera-animation', () => {
        aim = null
      })
    },
  }
}
