import type { Point } from '@/lib/geometry/point'
import type { Edges } from './edges-in-view'

/** How much of a box (square px) lies under something of this size with its upper left corner there. */
export function coveredPx(at: Point, size: { readonly w: number; readonly h: number }, box: Edges): number {
  const w = Math.min(at.x + size.w, box.right) - Math.max(at.x, box.left)
  const h = Math.min(at.y + size.h, box.bottom) - Math.max(at.y, box.top)
  return Math.max(0, w) * Math.max(0, h)
}

/** The same for several boxes together; what lies under it and in two of them counts twice. */
export function coveredPxOfAll(
  at: Point,
  size: { readonly w: number; readonly h: number },
  boxes: readonly Edges[],
): number {
  return boxes.reduce((px, box) => px + coveredPx(at, size, box), 0)
}
