import type { PicturePlan } from '../../../board/canvas/canvas-pictures'

/** What came of the last plan that was drawn; `address` is null where nothing could be. */
export interface DrawnPreview {
  readonly address: string | null
  readonly plan: PicturePlan
}

/** What there is to see of a preview: nothing yet, this plan's picture, an older one's meanwhile, or words. */
export type PreviewStage = 'drawing' | 'current' | 'stale' | 'failed'

/** How far the preview of a plan is. */
export function previewStage(drawn: DrawnPreview | null, plan: PicturePlan): PreviewStage {
  if (drawn?.plan === plan) return drawn.address === null ? 'failed' : 'current'
  return drawn === null || drawn.address === null ? 'drawing' : 'stale'
}
