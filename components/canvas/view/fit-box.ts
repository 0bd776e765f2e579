import type { Box } from '@/lib/geometry/box'
import type { Size } from '@/lib/geometry/size'
import type { Camera } from '@/lib/moving/follow-view'
import { coveredEdges } from './covered-edges'

/** Air beside and above what is shown, in screen px: a banner above leaves the heading of a template in sight. */
const AIR_PX = { side: 24, top: 20 }

/** The zoom at which a box of the page is seen whole, clear of what stands along the lower edge of the canvas. */
export function fittingZoom(box: Box, { w, h }: Size): number {
  return Math.min((w - 2 * AIR_PX.side) / box.w, roomBelow({ w, h }) / box.h)
}

/** Where the camera shows a box in the middle of the canvas; it goes up before it goes under the tools. */
export function fitBox(box: Box, screen: Size, z: number): Camera {
  const middle = (screen.h - box.h * z) / 2
  const lowest = screen.h - coveredEdges(screen.w).bottom - box.h * z
  const above = Math.max(Math.min(middle, lowest), AIR_PX.top)
  return { x: (screen.w / z - box.w) / 2 - box.x, y: above / z - box.y, z }
}

/** A window lower than its bars still shows something. */
function roomBelow({ w, h }: Size): number {
  return Math.max(h - coveredEdges(w).bottom - AIR_PX.top, h / 4)
}
