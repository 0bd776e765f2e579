import { shiftInto } from '../view/shift-span'

/** Air between the field and the edge of the canvas. */
const EDGE_PX = 6

/**
 * How far a field in the middle of a team has to move to be seen whole in a canvas of this width, all in px of the
 * screen; not at all for a team that is out of sight.
 */
export function nameShift(
  team: { readonly left: number; readonly right: number },
  fieldW: number,
  canvasW: number,
): number {
  if (team.right <= 0 || team.left >= canvasW) return 0
  const [middle, half] = [(team.left + team.right) / 2, fieldW / 2]
  return shiftInto([middle - half, middle + half], [0, canvasW], EDGE_PX)
}
