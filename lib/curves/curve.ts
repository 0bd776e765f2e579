import type { Point } from '../geometry/point'

/** One piece of a drawn curve in unit space, y up. */
export type CurveSegment =
  | { readonly kind: 'line'; readonly from: Point; readonly to: Point }
  | {
      readonly kind: 'cubic'
      readonly from: Point
      readonly control1: Point
      readonly control2: Point
      readonly to: Point
    }

/** Places along a curve that a group talks about, each as x in 0..1; null where the curve has none. */
export interface CurveMarkers {
  /** Five percent of the value is there. */
  readonly starts: number
  readonly half: number
  /** Ninety percent of the value is there. */
  readonly enough: number
  readonly steepest: number
  /** From here each further step brings less than the average step does. */
  readonly diminishing: number | null
  /** The latest moment for the riskiest test. */
  readonly riskBy: number | null
  /** As much is spent as is still needed to reach half the value. */
  readonly pointOfNoReturn: number | null
}

/** A belief about how value comes with effort: x is cumulative effort, y cumulative value, both 0..1. */
export interface Curve {
  readonly id: string
  /** One capital letter people can call it by. */
  readonly letter: string
  readonly name: string
  /** One line in plain words. */
  readonly meaning: string
  /** How it is drawn; may differ from `y` by 0.002. */
  readonly path: readonly CurveSegment[]
  /** The formula; holds wherever the two differ. */
  readonly y: (x: number) => number
  /** All the value that it brings: the highest y of its points. */
  readonly top: number
  readonly markers: CurveMarkers
  readonly questions: readonly string[]
  /** The curve as a chain of points at most 0.01 apart, first to last. */
  readonly points: readonly Point[]
}
