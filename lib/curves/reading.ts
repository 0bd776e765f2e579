import { clamp } from '../clamp'
import type { Curve } from './curve'

/** Says where a card stands on its curve and what comes next, as a person would say it. */
export function readingOf(curve: Curve, x: number | undefined): string {
  if (x === undefined) return 'On this curve, not sure where yet. Slide it onto the line to say where it is.'
  if (x <= 0) return `Nothing spent yet. ${nextStep(curve, 0)}`
  return `Spent ${percent(x)}, banked ${percent(bankedShare(curve, x))}. ${nextStep(curve, x)}`
}

/** The share of all its value (0..1) that a curve has brought by x. */
function bankedShare(curve: Curve, x: number): number {
  return clamp(curve.y(Math.min(x, 1)) / curve.top, 0, 1)
}

function nextStep(curve: Curve, x: number): string {
  const { half, enough, diminishing, riskBy, pointOfNoReturn } = curve.markers
  if (diminishing === null && riskBy === null) return 'Next: ask whether the rate is still right.'
  if (x >= Math.max(enough, diminishing ?? 0)) return 'Past enough: stop or say why.'
  if (riskBy !== null && pointOfNoReturn !== null) return nextOnClimb(x, { half, riskBy, pointOfNoReturn })
  return x < half ? 'Next: agree on what makes you stop.' : 'Next: look out for enough.'
}

/** On a curve that can trap people, the question changes with every marker passed. */
function nextOnClimb(x: number, at: { half: number; riskBy: number; pointOfNoReturn: number }): string {
  if (x < at.riskBy) return 'Next: test the riskiest belief.'
  if (x < at.pointOfNoReturn) return 'Late for the riskiest test: run it before going on.'
  if (x < at.half) return 'Past the point of no return. Next: find the smallest finish that pays.'
  return 'The value is coming in. Next: say what is enough.'
}

/** The number and its sign stay on one line. */
function percent(share: number): string {
  return `${Math.round(share * 100)}\u00a0%`
}
