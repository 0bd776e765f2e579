import type { Curve } from './curve'

/** A small tick on a plot with its words. */
export interface CurveMark {
  readonly x: number
  readonly label: string
  /** The same in two or three words, for large letters. */
  readonly brief: string
}

/** Between start and enough lies a jump when it takes less effort than this. */
const JUMP_WIDTH = 0.1
/** Marks nearer to the left edge than this say nothing. */
const EDGE = 0.03

/** The ticks worth drawing on a curve, from left to right; worked out from the markers, so any curve has them. */
export function marksOf(curve: Curve): readonly CurveMark[] {
  const { starts, half, enough, diminishing, riskBy, pointOfNoReturn } = curve.markers
  const isJump = enough - starts < JUMP_WIDTH
  const marks: CurveMark[] = []
  if (riskBy !== null)
    marks.push({ x: riskBy, label: 'test the riskiest belief by here', brief: 'test by here' })
  if (pointOfNoReturn !== null)
    marks.push({ x: pointOfNoReturn, label: 'point of no return', brief: 'no return' })
  if (isJump) marks.push(alike(half, 'the jump'))
  else if (starts > EDGE && diminishing !== null) marks.push(alike(starts, 'value starts'))
  if (diminishing !== null) {
    const stop = isJump ? diminishing : Math.max(diminishing, enough)
    marks.push(alike(stop, isJump ? 'stop here' : 'enough'))
  }
  return marks.sort((one, other) => one.x - other.x)
}

/** A mark whose words are short enough for any letters. */
function alike(x: number, label: string): CurveMark {
  return { x, label, brief: label }
}
