import { isPhoneWidth } from '../../phone-width'

const EDGE_PX = 8
const AIR_PX = 4

interface MenuEdges {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/**
 * How far a menu that opens stays from the edges of the window, px. On a phone the canvas engine's mark stands at the
 * right edge, as high as the canvas ends: a menu ends beside it and may be as high as the window.
 */
export function menuEdges(): MenuEdges {
  const edges = { top: EDGE_PX, left: EDGE_PX, bottom: EDGE_PX, right: EDGE_PX }
  const markLeft = parseFloat(document.documentElement.style.getPropertyValue('--mark-left'))
  if (!isPhoneWidth() || Number.isNaN(markLeft)) return edges
  return { ...edges, right: Math.max(EDGE_PX, window.innerWidth - markLeft + AIR_PX) }
}
