import { T } from '@tldraw/validate'

/** The paper a template instance stands on, with its name and prompt. */
export const templateFrameProps = {
  w: T.positiveNumber,
  h: T.positiveNumber,
  instanceId: T.string,
  templateId: T.string,
}

export interface TemplateFrameProps {
  w: number
  h: number
  instanceId: string
  templateId: string
}
