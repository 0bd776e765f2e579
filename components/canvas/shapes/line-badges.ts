import type { Curve, Point } from '@/lib/curves/curve'

const STEPS = 46
const EDGE = 0.06
/** Of a badge this near to another, neither is found at once. */
const APART_PX = 90
const NAME_GAP_PX = 6
const OUTSIDE_HITS = 1_000

/**
 * Where the letter of each curve stands on its line, in px of the plot they share: where its line is furthest from the
 * others and from the letters before it.
 */
export function placeBadges(
  curves: readonly Curve[],
  box: { w: number; h: number },
): ReadonlyMap<string, Point> {
  const at = (point: Point): Point => ({ x: point.x * box.w, y: (1 - point.y) * box.h })
  const lines = new Map(curves.map((curve) => [curve.id, curve.points.map(at)]))
  const placed = new Map<string, Point>()
  for (const curve of curves) {
    const others = [...lines].flatMap(([id, line]) => (id === curve.id ? [] : line))
    let best: { place: Point; clear: number } | null = null
    for (let step = 0; step <= STEPS; step++) {
      const x = EDGE + (step / STEPS) * (1 - 2 * EDGE)
      const place = at({ x, y: curve.y(x) })
      const crowd = Math.min(1, nearest(place, [...placed.values()]) / APART_PX)
      const clear = nearest(place, others) * crowd
      if (!best || clear > best.clear) best = { place, clear }
    }
    if (best) placed.set(curve.id, best.place)
  }
  return placed
}

/** A name beside its badge, in px of the plot: where its baseline begins or ends. */
export interface NamePlace extends Point {
  readonly anchor: 'start' | 'end'
}

/** Finds the side of a badge on which its name, of this size, lies on the fewest of all lines. */
export function placeName(
  curves: readonly Curve[],
  badge: Point & { readonly radius: number },
  { box, size }: { box: { w: number; h: number }; size: { w: number; h: number } },
): NamePlace {
  const gap = badge.radius + NAME_GAP_PX
  const rise = badge.radius + size.h / 2
  const sides: NamePlace[] = [
    { anchor: 'start', x: badge.x + gap, y: badge.y + size.h * 0.35 },
    { anchor: 'end', x: badge.x - gap, y: badge.y - rise + size.h * 0.35 },
    { anchor: 'start', x: badge.x + gap, y: badge.y - rise + size.h * 0.35 },
    { anchor: 'start', x: badge.x + gap, y: badge.y + rise + size.h * 0.35 },
    { anchor: 'end', x: badge.x - gap, y: badge.y + size.h * 0.35 },
  ]
  const hits = (side: NamePlace): number => {
    const left = side.anchor === 'start' ? side.x : side.x - size.w
    const isOver = ({ x, y }: Point): boolean => {
      const [px, py] = [x * box.w, (1 - y) * box.h]
      return (
        px > left - NAME_GAP_PX &&
        px < left + size.w + NAME_GAP_PX &&
        py > side.y - size.h &&
        py < side.y + size.h / 3
      )
    }
    const isOutside = left < 0 || left + size.w > box.w || side.y < size.h || side.y > box.h - NAME_GAP_PX
    const outside = isOutside ? OUTSIDE_HITS : 0
    return outside + curves.reduce((sum, curve) => sum + curve.points.filter(isOver).length, 0)
  }
  return sides.reduce((best, side) => (hits(side) < hits(best) ? side : best))
}

function nearest(from: Point, points: readonly Point[]): number {
  return points.reduce((least, { x, y }) => Math.min(least, Math.hypot(x - from.x, y - from.y)), 1e6)
}
