interface Edges {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** As large as the button is under a finger. */
const SIZE_PX = 44
const GAP_PX = 6
/** The corner of the mark stays free. */
const CORNER_PX = { w: 220, h: 64 }

/**
 * The upper left corner of the button that belongs to selected cards, all in px of the canvas: beside them at the upper
 * right, under them where there is no room beside; null where it would be out of sight or over the mark.
 */
export function detailsPlace(
  cards: Edges,
  canvas: { readonly w: number; readonly h: number },
): { x: number; y: number } | null {
  const furthest = canvas.w - SIZE_PX - GAP_PX
  const beside = Math.round(cards.right) + GAP_PX
  const under = Math.round(cards.bottom) + GAP_PX
  const isUnder = beside > furthest && cards.left < canvas.w && under <= canvas.h - SIZE_PX
  const [x, y] = [Math.min(beside, furthest), isUnder ? under : Math.round(cards.top)]
  const isOut = x < 0 || y < -SIZE_PX || y > canvas.h - SIZE_PX
  const isOverMark = x > canvas.w - CORNER_PX.w && y > canvas.h - CORNER_PX.h - SIZE_PX
  return isOut || isOverMark ? null : { x, y: Math.max(y, GAP_PX) }
}
