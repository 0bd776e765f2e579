import type { Curve } from './curve'

/** What stopping at a place on the curve would mean. */
export type BankedVerdict = 'cheap' | 'costly' | 'stranded'

/** The words people see for each verdict. */
const BANKED_WORDS: Readonly<Record<BankedVerdict, string>> = {
  cheap: 'stopping here is cheap',
  costly: 'costly',
  stranded: 'stranded',
}

/** One run of the strip under a plot, from x to x. */
export interface BankedSegment {
  readonly from: number
  readonly to: number
  readonly verdict: BankedVerdict
  readonly words: string
}

const COSTLY = 0.5
const SAMPLES = 400
const NOISE = 1e-9

/** Judges stopping at x: the value banked is compared with the effort spent. Nothing spent is nothing lost. */
export function bankedAt(curve: Curve, x: number): BankedVerdict {
  if (x <= 0) return 'cheap'
  const ratio = curve.y(Math.min(x, 1)) / Math.min(x, 1)
  if (ratio >= 1 - NOISE) return 'cheap'
  return ratio >= COSTLY ? 'costly' : 'stranded'
}

/** The strip under a plot: runs of equal verdict that cover 0..1 without gap, right to 1/400. */
export function bankedSegments(curve: Curve): readonly BankedSegment[] {
  const segments: BankedSegment[] = []
  for (let at = 0; at < SAMPLES; at++) {
    const [from, to] = [at / SAMPLES, (at + 1) / SAMPLES]
    const verdict = bankedAt(curve, (from + to) / 2)
    const last = segments[segments.length - 1]
    if (last?.verdict === verdict) segments[segments.length - 1] = { ...last, to }
    else segments.push({ from, to, verdict, words: BANKED_WORDS[verdict] })
  }
  return segments
}
