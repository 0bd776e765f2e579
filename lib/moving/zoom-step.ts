/** A step nearer than this is not seen as one. */
const LEAST_CHANGE = 1.1

/** The zoom one step nearer or further from this one; the last of the steps where there is none beyond. `steps` rise. */
export function zoomStepFrom(zoom: number, steps: readonly number[], way: 'in' | 'out'): number {
  const beyond =
    way === 'in'
      ? (steps.find((step) => step >= zoom * LEAST_CHANGE) ?? steps.at(-1))
      : (steps.findLast((step) => step * LEAST_CHANGE <= zoom) ?? steps[0])
  return beyond ?? zoom
}
