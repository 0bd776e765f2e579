import { Arc2d, getPointOnCircle, type Vec } from 'tldraw'
import { replaceMethods } from '../../replace-methods'

/** The engine's own curve has so many at 4,000 px, and one more for every 20 px further. */
const STEPS = 200
const LEAST_PX = 20 * STEPS

interface ArcFields {
  readonly _center: Vec
  readonly _radius: number
  readonly _angleStart: number
  readonly _measure: number
}

/**
 * Gives the curves of long arrows no more points than they need to be found. The engine walks along all of them more than
 * once for the place of a label, also where there is none, each time that what an arrow hangs on moves: a thousand long
 * arrows on one thing took a page 9 s for one step of it. It makes these curves in places that nothing here can replace.
 */
export function thinOutLongArcs(): () => void {
  const { getVertices } = Arc2d.prototype
  return replaceMethods(Arc2d.prototype, {
    getVertices(this: Arc2d): Vec[] {
      if (this.length <= LEAST_PX) return getVertices.call(this)
      const { _center, _radius, _angleStart, _measure } = this as unknown as ArcFields
      return Array.from({ length: STEPS + 1 }, (_, at) =>
        getPointOnCircle(_center, _radius, _angleStart + (at / STEPS) * _measure),
      )
    },
  })
}
