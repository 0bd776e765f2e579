import type { Point } from '../../geometry/point'

/** One part of a stroke or a highlight, free or straight, as the canvas's own validators pass it. */
export interface StrokeSegment {
  readonly type: string
  /** `z` is how hard the pen was pressed. */
  readonly points: readonly (Point & { readonly z?: number })[]
}
