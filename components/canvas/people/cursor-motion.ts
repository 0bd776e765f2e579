import { clamp } from '@/lib/clamp'
import type { Point } from '@/lib/geometry/point'

/** After this long a cursor has covered two thirds of the way to where it was last told to be. */
const EASE_MS = 55
/** In a full room a cursor is told of less often; it then glides instead of hopping. */
const LONGEST_EASE_MS = 200
/** Told of after more than this, a cursor has rested, and sets out at once. */
const RESTED_MS = 600
/** A jump this far (page px) is shown as a jump. */
const JUMP_PX = 3000

/** Told of within this, a cursor counts as moving. */
const MOVING_MS = 2_000

/** One cursor between the places it is told to be at. */
export class CursorMotion {
  private place: Point | undefined
  private goal: Point | null = null
  private sinceGoalMs = RESTED_MS
  private easeMs = EASE_MS

  /** Where the cursor is shown after so much more time. */
  step(cursor: Point, elapsedMs: number): Point {
    this.sinceGoalMs += elapsedMs
    if (this.goal?.x !== cursor.x || this.goal.y !== cursor.y) this.aimAt(cursor)
    this.place = easeTowards(this.place, cursor, elapsedMs / this.easeMs)
    return this.place
  }

  /** Says whether it was told of a new place just now. */
  get isMoving(): boolean {
    return this.sinceGoalMs < MOVING_MS
  }

  private aimAt(goal: Point): void {
    const pauseMs = this.sinceGoalMs
    this.easeMs = pauseMs > RESTED_MS ? EASE_MS : clamp(pauseMs / 2, EASE_MS, LONGEST_EASE_MS)
    this.goal = goal
    this.sinceGoalMs = 0
  }
}

/** The next position on the way; `shares` is the elapsed time in times of easing. */
function easeTowards(from: Point | undefined, to: Point, shares: number): Point {
  if (!from || Math.hypot(to.x - from.x, to.y - from.y) > JUMP_PX) return to
  const share = 1 - Math.exp(-Math.max(shares, 0))
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }
}
