import type { Curve, CurveSegment } from './curve'
import { markersOf } from './markers'
import { tracePoints } from './trace-points'

type Pair = readonly [x: number, y: number]

/** Makes a curve of its formula, shape and words: all the rest follows from the formula alone. */
export function defineCurve(given: Omit<Curve, 'top' | 'markers' | 'points'>): Curve {
  const points = tracePoints(given.y)
  const top = Math.max(...points.map((point) => point.y))
  return { ...given, top, markers: markersOf(given.y), points }
}

/** A straight piece between two unit points. */
export function line(from: Pair, to: Pair): CurveSegment {
  return { kind: 'line', from: point(from), to: point(to) }
}

/** A cubic Bezier piece through four unit points. */
export function cubic(...[from, control1, control2, to]: readonly [Pair, Pair, Pair, Pair]): CurveSegment {
  return {
    kind: 'cubic',
    from: point(from),
    control1: point(control1),
    control2: point(control2),
    to: point(to),
  }
}

function point([x, y]: Pair): { x: number; y: number } {
  return { x, y }
}
