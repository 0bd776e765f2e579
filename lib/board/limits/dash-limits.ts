import { pathLength } from '../../geometry/path-length'
import type { Point } from '../../geometry/point'
import type { StrokeSegment } from './stroke-segment'

/**
 * As long a line at its full scale may have dashes or dots. In software a browser draws half a million dots, which these are,
 * in a moment, and ten times as many in 17 s, for every picture.
 */
const DASHED_PX = 2_000_000

type Fields = { readonly [key: string]: unknown }

/** Says whether a shape, which the canvas's own validators pass, has so many dashes that the browser stands still drawing them. */
export function hasTooManyDashes(type: string, props: Fields): boolean {
  return type !== 'line' && dashedPx(type, props) > DASHED_PX
}

/** How long the dashed or dotted line of a sound shape is at full scale, px; 0 where it is neither. */
export function dashedPx(type: string, props: Fields): number {
  const { dash, scale } = props
  return dash === 'dashed' || dash === 'dotted' ? atFullScale(lengthOf(type, props), scale) : 0
}

/** How long a line of full thickness is that has as many dashes, px: they are as short as the line is thin. */
export function atFullScale(lengthPx: number, scale: unknown): number {
  return lengthPx / Math.min(1, Number(scale))
}

/** About how long the lines of a shape are, px. */
function lengthOf(type: string, { w, h, growY, bend, start, end, segments, points }: Fields): number {
  if (type === 'geo') return 2 * sum([w, h, growY])
  if (type === 'arrow') {
    const ends = [start, end] as readonly Point[]
    return 2 * sum([bend, ...ends.flatMap(({ x, y }) => [x, y])])
  }
  if (type === 'draw') return strokeLength(segments as readonly StrokeSegment[])
  return type === 'line' ? pathLength(Object.values(points as Record<string, Point>)) : 0
}

/** From each part to the next it goes straight on. */
function strokeLength(segments: readonly StrokeSegment[]): number {
  let length = 0
  let before: Point | undefined
  for (const { points } of segments) {
    if (before && points[0]) length += pathLength([before, points[0]])
    length += pathLength(points)
    before = points.at(-1) ?? before
  }
  return length
}

function sum(lengths: readonly unknown[]): number {
  return lengths.reduce<number>((all, one) => all + Math.abs(Number(one ?? 0)), 0)
}
