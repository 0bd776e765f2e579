import type { Curve } from './curve'

/** A small tick on a plot with its words. */
export interface CurveMark {
  readonly x: number
  readonly label: string
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
  if (riskBy !== null) marks.push({ x: riskBy, label: 'test the riskiest belief by here' })
  if (pointOfNoReturn !== null) marks.push({ x: pointOfNoReturn, label: 'point of no return' })
  if (isJump) marks.push({ x: half, label: 'the jump' })
  else if (starts > EDGE && diminishing !== null) marks.push({ x: starts, label: 'value starts' })
  if (diminishing !== null) {
    const stop = isJump ? diminishing : Math.max(diminishing, enough)
    marks.push({ x: stop, label: isJump ? 'stop here' : 'enough' })
  }
  return marks.sort((one, other) => one.x - other.x)
}
