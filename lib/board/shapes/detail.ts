/** How much of itself a shape shows: all of it, all in larger letters, its title only, or a block of colour. */
export type Detail = 'full' | 'large' | 'title' | 'block'

/** Below this, letters of 12 px made for 100 % would be smaller than 11 on the screen. */
const LARGE_BELOW_ZOOM = 0.92
/** And below this, letters of 16 px smaller than 8: curves seen whole on a tablet show titles, a map on a laptop all. */
const TITLE_BELOW_ZOOM = 0.48
/** Below this, what a map of teams writes in letters of 14 px would be smaller than 9: it has larger ones, and fewer. */
const FAR_BELOW_ZOOM = 0.65
const BLOCK_BELOW_ZOOM = 0.25

/** A map of teams has one step more: all of itself in the largest letters, at which it fits a laptop whole. */
export type MapDetail = Detail | 'far'

/** How much is readable at this zoom (1 = 100 %). */
export function detailAt(zoom: number): Detail {
  if (zoom < BLOCK_BELOW_ZOOM) return 'block'
  if (zoom < TITLE_BELOW_ZOOM) return 'title'
  return zoom < LARGE_BELOW_ZOOM ? 'large' : 'full'
}

/** How much of a map of teams is readable at this zoom. */
export function mapDetailAt(zoom: number): MapDetail {
  const detail = detailAt(zoom)
  return detail === 'large' && zoom < FAR_BELOW_ZOOM ? 'far' : detail
}

/** Says whether a shape shows more words than its name. */
export function isWordy<D extends MapDetail>(detail: D): detail is Exclude<D, 'title' | 'block'> {
  return detail !== 'title' && detail !== 'block'
}
