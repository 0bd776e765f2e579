import type { TLStore } from '@tldraw/tlschema'
import { LANE_MAX_RECORDS } from '@/lib/sync/lane-frames'
import type { Lane } from '../lane'
import type { GestureState } from './gesture-state'
import { pagePlace, shapeOf } from './page-place'

/** Tells the lane how a gesture on the canvas goes on. */
export class GestureLane {
  private readonly store: TLStore
  private readonly lane: Lane
  private lead: { id: string; x: number; y: number } | null = null
  private isOpen = false

  constructor(store: TLStore, lane: Lane) {
    this.store = store
    this.lane = lane
  }

  begin(gesture: GestureState): void {
    this.isOpen = true
    const records = gesture.ids.flatMap((id) => {
      const shape = shapeOf(this.store, id)
      return shape ? [{ id, x: shape.x, y: shape.y }] : []
    })
    const [first] = records
    const follows = gesture.kind === 'moving' && records.length <= LANE_MAX_RECORDS
    this.lead = follows && first ? this.placeOf(first.id) : null
    this.lane.begin(follows ? 'move' : 'bounds', records)
    if (gesture.bounds) this.lane.moveBounds(gesture.bounds)
  }

  /** The shapes moved: all of them as far as the first. */
  moved(): void {
    const now = this.lead && this.placeOf(this.lead.id)
    if (this.lead && now) this.lane.moveBy(now.x - this.lead.x, now.y - this.lead.y)
  }

  bounds(bounds: GestureState['bounds']): void {
    if (this.isOpen && bounds) this.lane.moveBounds(bounds)
  }

  /** Others see everything back where it was. */
  cancel(): void {
    if (this.lead) this.lane.moveBy(0, 0)
    this.end()
  }

  end(): void {
    if (!this.isOpen) return
    this.isOpen = false
    this.lead = null
    this.lane.end()
  }

  private placeOf(id: string): { id: string; x: number; y: number } | null {
    const shape = shapeOf(this.store, id)
    return shape ? { id, ...pagePlace(this.store, shape) } : null
  }
}
