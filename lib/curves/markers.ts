import type { CurveMarkers } from './curve'

const SAMPLES = 256
const STARTS = 0.05
const ENOUGH = 0.9
/** Only a curve whose half comes this late can trap anybody. */
const LATE_HALF = 0.4
/** Rounding noise must not make a straight line bend. */
const NOISE = 1e-6

interface Samples {
  readonly xs: readonly number[]
  readonly ys: readonly number[]
  readonly top: number
}

/** Finds the markers of any formula on 0..1 by looking at 256 points of it. */
export function markersOf(y: (x: number) => number): CurveMarkers {
  const samples = sample(y)
  const half = firstReaching(samples, 0.5)
  const steepestAt = steepestStep(samples)
  const traps = half >= LATE_HALF && samples.xs.some((x, at) => (samples.ys[at] ?? 0) < x - NOISE)
  return {
    starts: firstReaching(samples, STARTS),
    half,
    enough: firstReaching(samples, ENOUGH),
    steepest: middleOfStep(samples, steepestAt),
    diminishing: firstFlat(samples, steepestAt),
    riskBy: traps ? half / 4 : null,
    pointOfNoReturn: traps ? half / 2 : null,
  }
}

function sample(y: (x: number) => number): Samples {
  const xs = Array.from({ length: SAMPLES }, (_, at) => at / (SAMPLES - 1))
  const ys = xs.map(y)
  return { xs, ys, top: Math.max(...ys) }
}

function firstReaching({ xs, ys, top }: Samples, share: number): number {
  const wanted = share * top
  const at = ys.findIndex((value) => value >= wanted)
  if (at <= 0) return xs[Math.max(at, 0)] ?? 0
  const [below, above] = [ys[at - 1] ?? 0, ys[at] ?? 0]
  const [left, right] = [xs[at - 1] ?? 0, xs[at] ?? 0]
  return left + ((right - left) * (wanted - below)) / (above - below)
}

function slope({ xs, ys }: Samples, step: number): number {
  return ((ys[step + 1] ?? 0) - (ys[step] ?? 0)) / ((xs[step + 1] ?? 0) - (xs[step] ?? 0))
}

function middleOfStep({ xs }: Samples, step: number): number {
  return ((xs[step] ?? 0) + (xs[step + 1] ?? 0)) / 2
}

function steepestStep(samples: Samples): number {
  let best = 0
  for (let step = 1; step < SAMPLES - 1; step++) {
    if (slope(samples, step) > slope(samples, best) + NOISE) best = step
  }
  return best
}

function firstFlat(samples: Samples, from: number): number | null {
  for (let step = from + 1; step < SAMPLES - 1; step++) {
    if (slope(samples, step) < samples.top - NOISE) return middleOfStep(samples, step)
  }
  return null
}
