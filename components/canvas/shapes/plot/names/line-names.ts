import type { Curve } from '@/lib/curves/curve'
import { overlaps, type Box } from '@/lib/geometry/box'
import type { Point } from '@/lib/geometry/point'

const GAP_PX = 6
/** Between a name and a line. */
const LINE_AIR_PX = 5
/** Between a name and the badge of another line, which would be read as its own. */
const BADGE_AIR_PX = 8
/** A name that runs out of the plot is worse than one that lies on another, and that is worse than one on lines. */
const OUTSIDE_HITS = 10_000
const TAKEN_HITS = 1_000

/** A name beside its badge, in px of the plot: where the baseline of its last line begins or ends. */
export interface NamePlace extends Point {
  readonly anchor: 'start' | 'end'
}

interface NameGround {
  /** The plot. */
  readonly box: { readonly w: number; readonly h: number }
  readonly badges: ReadonlyMap<string, Point>
  readonly badgeRadius: number
  readonly sizeOf: (name: string) => { readonly w: number; readonly h: number }
  /** What stands on the plot: a name that would be seen by half is left out. */
  readonly cards?: readonly Box[]
}

interface Area {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/**
 * Finds for the name of every curve the side of its badge on which it lies on no other name or badge, and on the fewest
 * of all lines, and which no card covers. Where only a worse one is clear of cards, the name is left out.
 */
export function placeNames(curves: readonly Curve[], ground: NameGround): ReadonlyMap<string, NamePlace> {
  const { badges, badgeRadius: radius, sizeOf, box, cards = [] } = ground
  const lines = curves.flatMap(({ points }) =>
    points.map(({ x, y }) => ({ x: x * box.w, y: (1 - y) * box.h })),
  )
  const names: Area[] = []
  const placed = new Map<string, NamePlace>()
  for (const { id, name } of curves) {
    const badge = badges.get(id)
    if (!badge) continue
    const size = sizeOf(name)
    const otherBadges = [...badges].flatMap(([of, at]) =>
      of === id ? [] : areaAround(at, radius + BADGE_AIR_PX),
    )
    const taken = [...otherBadges, ...names]
    const hits = (side: NamePlace): number => {
      const area = areaOf(side, size)
      const outside = isInside(area, box) ? 0 : OUTSIDE_HITS
      const others = taken.filter((one) => isOver(one, area)).length * TAKEN_HITS
      return outside + others + lines.filter((point) => isOver(areaAround(point, LINE_AIR_PX), area)).length
    }
    const sides = sidesOf(badge, radius, size.h).map((side) => ({ side, hits: hits(side) }))
    const best = bestOf(sides)
    const clear = bestOf(sides.filter(({ side }) => !isCovered(areaOf(side, size), cards)))
    if (!best || !clear || clear.hits >= Math.max(TAKEN_HITS, best.hits + 1)) continue
    placed.set(id, clear.side)
    names.push(areaOf(clear.side, size))
  }
  return placed
}

interface Side {
  readonly side: NamePlace
  readonly hits: number
}

function bestOf([first, ...others]: readonly Side[]): Side | undefined {
  return first && others.reduce((one, other) => (other.hits < one.hits ? other : one), first)
}

function isCovered({ left, right, top, bottom }: Area, cards: readonly Box[]): boolean {
  return cards.some((card) => overlaps(card, { x: left, y: top, w: right - left, h: bottom - top }))
}

/** From the nearest on, the one that is read most easily first. */
function sidesOf(badge: Point, radius: number, h: number): readonly NamePlace[] {
  return [1, 2.5].flatMap((times): NamePlace[] => {
    const [before, after] = [badge.x - radius - times * GAP_PX, badge.x + radius + times * GAP_PX]
    const base = badge.y + h * 0.35
    const rise = times * GAP_PX + radius + h / 2 - GAP_PX
    return [
      { anchor: 'start', x: after, y: base },
      { anchor: 'end', x: before, y: base - rise },
      { anchor: 'start', x: after, y: base - rise },
      { anchor: 'start', x: after, y: base + rise },
      { anchor: 'end', x: before, y: base },
      { anchor: 'end', x: before, y: base + rise },
    ]
  })
}

function areaOf({ anchor, x, y }: NamePlace, { w, h }: { w: number; h: number }): Area {
  const left = anchor === 'start' ? x : x - w
  return { left, right: left + w, top: y - h, bottom: y + h / 3 }
}

function areaAround({ x, y }: Point, radius: number): Area {
  return { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius }
}

function isInside({ left, right, top, bottom }: Area, box: { w: number; h: number }): boolean {
  return left >= 0 && right <= box.w && top >= 0 && bottom <= box.h
}

/** Whether it lies on a name, or so near beside it that they would be read as one. */
function isOver(one: Area, name: Area): boolean {
  return (
    one.right > name.left - GAP_PX + 1 &&
    one.left < name.right + GAP_PX - 1 &&
    one.bottom > name.top &&
    one.top < name.bottom
  )
}
