import type { TLStore } from '@tldraw/tlschema'
import type { LaneRecord } from '@/lib/sync/lane-frames'
import { LIMITS } from '@/lib/sync/limits'
import type { Lane } from '../../lane/lane'
import type { GestureState } from './gesture-state'
import { pagePlace, shapeOf } from '../page-place'

/** Tells the lane how a gesture on the canvas goes on. */
export class GestureLane {
  private readonly store: TLStore
  private readonly lane: Lane
  /** What the hand has, where it was on the page; the first that is still there leads the others. */
  private carried: readonly LaneRecord[] = []
  private isOpen = false

  constructor(store: TLStore, lane: Lane) {
    this.store = store
    this.lane = lane
  }

  begin(gesture: GestureState): void {
    this.isOpen = true
    const records = gesture.ids.flatMap((id) => {
      const shape = shapeOf(this.store, id)
      return shape ? [{ id, ...pagePlace(this.store, shape) }] : []
    })
    const follows = gesture.kind === 'moving' && records.length <= LIMITS.LANE_RECORDS
    this.carried = follows ? records : []
    this.lane.begin(follows ? 'move' : 'bounds', records)
    if (gesture.bounds) this.lane.moveBounds(gesture.bounds)
  }

  /** The shapes moved: on the page all of them equally far, whatever they lie in and however that is turned. */
  moved(): void {
    for (const { id, x, y } of this.carried) {
      const shape = shapeOf(this.store, id)
      if (!shape) continue
      const now = pagePlace(this.store, shape)
      return this.lane.moveBy(now.x - x, now.y - y)
    }
  }

  bounds(bounds: GestureState['bounds']): void {
    if (this.isOpen && bounds) this.lane.moveBounds(bounds)
  }

  /** Others see everything back where it was. */
  cancel(): void {
    if (this.carried.length > 0) this.lane.moveBy(0, 0)
    this.end()
  }

  end(): void {
    if (!this.isOpen) return
    this.isOpen = false
    this.carried = []
    this.lane.end()
  }
}
