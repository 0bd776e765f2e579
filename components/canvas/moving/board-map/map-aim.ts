import { clamp } from '@/lib/clamp'
import type { Box } from '@/lib/geometry/box'
import type { Point } from '@/lib/geometry/point'

/**
 * The middle of the view after a press on the map: the point that was pressed, or, where so near a view would show nothing
 * of the board there, the nearest point of the board. All px are page px.
 */
export function mapAim(
  pressed: Point,
  view: { readonly w: number; readonly h: number },
  boxes: readonly Box[],
): Point {
  const nearest = boxes.map((box) => nearestIn(box, pressed))
  const isSeen = ({ x, y }: Point): boolean =>
    Math.abs(x - pressed.x) < view.w / 2 && Math.abs(y - pressed.y) < view.h / 2
  if (nearest.some(isSeen)) return pressed
  const away = ({ x, y }: Point): number => Math.hypot(x - pressed.x, y - pressed.y)
  return nearest.reduce((best, one) => (away(one) < away(best) ? one : best), nearest[0] ?? pressed)
}

function nearestIn({ x, y, w, h }: Box, point: Point): Point {
  return { x: clamp(point.x, x, x + w), y: clamp(point.y, y, y + h) }
}
