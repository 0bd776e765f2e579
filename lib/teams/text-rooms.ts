import type { Size } from '../geometry/size'
import { CUT_SHARE } from './outline'
import type { TeamTypeId } from './team-types'

/** How far text reaches into the cut corners of an octagon, as shares of a corner: as wide as it is, or as high. */
const INTO_CORNERS = [1, 0.75, 0.5, 0.25, 0] as const

/** The boxes around the middle of a team's shape that lie whole within its outline, the widest first. */
export function textRooms(type: TeamTypeId, { w, h }: Size): readonly Size[] {
  if (type !== 'complicated-subsystem') return [{ w, h }]
  const cut = Math.min(w, h) * CUT_SHARE
  return INTO_CORNERS.map((share) => ({ w: w - 2 * cut * (1 - share), h: h - 2 * cut * share }))
}
