const GAP_PX = 6
/** From a button in the middle of the bar to its lower line, and the air below that. */
const UNDER_BAR_PX = 6 + 8

/** How far below its button a sheet hangs, px; where the button stands in the bar at the top of a page, below the bar. */
export function hangingOffset(isUnderBar: boolean): number {
  return isUnderBar ? UNDER_BAR_PX : GAP_PX
}
