import { findCurve } from '../../curves/catalogue'
import type { Curve } from '../../curves/curve'

/** The curve a target names; null where it names none of the catalogue. */
export function curveOfTarget(target: string): Curve | null {
  return target.startsWith('curve:') ? findCurve(target.slice('curve:'.length)) : null
}

/** The target that names this curve. */
export function curveTarget(curve: Pick<Curve, 'id'>): string {
  return `curve:${curve.id}`
}
