import type { Box } from '@/lib/geometry/box'

/** Below this zoom a map of teams is a stamp without a word on it. */
const STAMP_ZOOM = 0.3
/** Names of teams, and what each works on, can be read from here on. */
const NAMES_ZOOM = 0.5
const MARGIN_PX = 12

interface MapGround {
  readonly screen: { readonly w: number; readonly h: number }
  /** All px are page px. */
  readonly frame: Box
  readonly heading: Box
}

/** Where the camera goes to show the beginning of a map that is too wide for the screen; null where all of it can be seen. */
export function mapStart({ screen, frame, heading }: MapGround): { x: number; y: number; z: number } | null {
  if (screen.w / frame.w >= STAMP_ZOOM) return null
  const margin = MARGIN_PX / NAMES_ZOOM
  return { x: margin - heading.x, y: margin - heading.y, z: NAMES_ZOOM }
}
