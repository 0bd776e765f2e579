import type { BoardRecord } from '@/lib/board/layout'
import { drawingCost, type DrawingCost } from '@/lib/board/limits/drawing-cost'
import { LIMITS } from '@/lib/sync/limits'

const NOTHING: DrawingCost = { whole: 0, beyond: 0 }

/** What the records of a board take to be drawn, kept up to date one by one. */
export class DrawingLoad {
  /** Only of those that are drawn at all. */
  readonly #costs = new Map<string, DrawingCost>()
  #whole = 0
  #beyond = 0

  /** Counts a record as it is now. */
  put(record: BoardRecord): void {
    const cost = costOf(record)
    this.#count(record.id, cost)
    if (cost.whole > 0) this.#costs.set(record.id, cost)
    else this.#costs.delete(record.id)
  }

  /** Counts a record no more. */
  remove(id: string): void {
    this.#count(id, NOTHING)
    this.#costs.delete(id)
  }

  /** Says whether this state of a record would make the board take longer than it may. What makes nothing longer never does. */
  isTooMuch(record: BoardRecord): boolean {
    const [before, after] = [this.#costOf(record.id), costOf(record)]
    const [whole, beyond] = [after.whole - before.whole, after.beyond - before.beyond]
    return (
      (whole > 0 && this.#whole + whole > LIMITS.DRAWING_COST) ||
      (beyond > 0 && this.#beyond + beyond > LIMITS.DRAWING_COST_BEYOND_ORDINARY)
    )
  }

  #costOf(id: string): DrawingCost {
    return this.#costs.get(id) ?? NOTHING
  }

  #count(id: string, after: DrawingCost): void {
    const before = this.#costOf(id)
    this.#whole += after.whole - before.whole
    this.#beyond += after.beyond - before.beyond
  }
}

/** What was written before there were validators may be anything, and is drawn by no browser. */
function costOf(record: BoardRecord): DrawingCost {
  try {
    const cost = drawingCost(record)
    return Number.isFinite(cost.whole) ? cost : NOTHING
  } catch {
    return NOTHING
  }
}
