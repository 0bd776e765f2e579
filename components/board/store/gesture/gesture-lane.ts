import type { TLStore } from '@tldraw/tlschema'
import type { BoardDocument } from '@/lib/board/layout'
import type { LaneRecord } from '@/lib/sync/lane-frames'
import { LIMITS } from '@/lib/sync/limits'
import type { Lane } from '../../lane/lane'
import { isOnBoard } from '../is-on-board'
import type { GestureState } from './gesture-state'
import { pagePlace, shapeOf } from '../page-place'

interface LaneOnBoard {
  readonly lane: Lane
  readonly board: BoardDocument
}

/** Tells the lane how a gesture on the canvas goes on. */
export class GestureLane {
  private readonly store: TLStore
  private readonly lane: Lane
  private readonly board: BoardDocument
  /** What the hand has, where it was on the page; the first that is still there leads the others. */
  private carried: readonly LaneRecord[] = []
  private isOpen = false
  /** What the hand has that is not in the document yet: the others hear of it once it is. */
  private untold: readonly string[] = []

  constructor(store: TLStore, { lane, board }: LaneOnBoard) {
    this.store = store
    this.lane = lane
    this.board = board
  }

  begin(gesture: GestureState): void {
    this.isOpen = true
    const records = gesture.ids.flatMap((id) => {
      const shape = shapeOf(this.store, id)
      return shape ? [{ id, ...pagePlace(this.store, shape) }] : []
    })
    const follows = gesture.kind === 'moving' && records.length <= LIMITS.LANE_RECORDS
    this.carried = follows ? records : []
    const told = records.filter(({ id }) => isOnBoard(this.board, id))
    this.untold = records.map(({ id }) => id).filter((id) => !isOnBoard(this.board, id))
    this.lane.begin(follows ? 'move' : 'bounds', told)
    if (gesture.bounds) this.lane.moveBounds(gesture.bounds)
  }

  /** Something the hand made may be in the document by now: begins anew with it. A copy of a card is not before it is let go. */
  committed(gesture: GestureState): void {
    if (this.isOpen && this.untold.some((id) => isOnBoard(this.board, id))) this.begin(gesture)
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
