import { T } from '@tldraw/validate'

/** One curve drawn on its own plot: a drop zone of a template instance. */
export const curvePlotProps = {
  w: T.positiveNumber,
  h: T.positiveNumber,
  instanceId: T.string,
  curveId: T.string,
}

export interface CurvePlotProps {
  w: number
  h: number
  instanceId: string
  curveId: string
}
