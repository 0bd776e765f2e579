import type { TLStore } from '@tldraw/tlschema'
import { LANE_MAX_RECORDS } from '@/lib/sync/lane-frames'
import type { Lane } from '../lane'
import type { GestureState } from './gesture-state'
import { pagePlace, shapeOf, turnAround } from './page-place'

/** The shape by which the others are led: where it lay on the page, and how far what it lay in was turned. */
interface Lead {
  readonly id: string
  readonly x: number
  readonly y: number
  readonly turn: number
}

/** Tells the lane how a gesture on the canvas goes on. */
export class GestureLane {
  private readonly store: TLStore
  private readonly lane: Lane
  private lead: Lead | null = null
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
    this.lead = follows && first ? this.leadBy(first.id) : null
    this.lane.begin(follows ? 'move' : 'bounds', records)
    if (gesture.bounds) this.lane.moveBounds(gesture.bounds)
  }

  /** The shapes moved: all of them as far as the first, told in px of what it lay in, where others show it. */
  moved(): void {
    const { lead } = this
    const shape = lead && shapeOf(this.store, lead.id)
    if (!shape) return
    const now = pagePlace(this.store, shape)
    const [dx, dy] = [now.x - lead.x, now.y - lead.y]
    const [sin, cos] = [Math.sin(lead.turn), Math.cos(lead.turn)]
    this.lane.moveBy(dx * cos + dy * sin, dy * cos - dx * sin)
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

  private leadBy(id: string): Lead | null {
    const shape = shapeOf(this.store, id)
    return shape ? { id, ...pagePlace(this.store, shape), turn: turnAround(this.store, shape) } : null
  }
}
