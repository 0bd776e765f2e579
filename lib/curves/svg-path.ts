import type { Point } from '../geometry/point'
import type { Curve } from './curve'

/** Writes a curve as the `d` of an SVG path in a box of this many px, its top left corner at 0, 0. */
export function toSvgPath(curve: Curve, box: { w: number; h: number }): string {
  const at = (point: Point): string => `${round(point.x * box.w)} ${round((1 - point.y) * box.h)}`
  const start = curve.path[0]?.from
  if (!start) return ''
  const parts = curve.path.map((segment) =>
    segment.kind === 'line'
      ? `L ${at(segment.to)}`
      : `C ${at(segment.control1)} ${at(segment.control2)} ${at(segment.to)}`,
  )
  return [`M ${at(start)}`, ...parts].join(' ')
}

function round(px: number): number {
  return Math.round(px * 100) / 100
}
