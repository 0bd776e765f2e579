import type { BoardRecord } from '@/lib/board/layout'
import { drawingCost } from '@/lib/board/limits/drawing-cost'
import { LIMITS } from '@/lib/sync/limits'

/** What the records of a board take to be drawn beyond ordinary ones, kept up to date one by one. */
export class DrawingLoad {
  /** Only of those that take more than ordinary ones, which are few. */
  readonly #costs = new Map<string, number>()
  #total = 0

  /** Counts a record as it is now. */
  put(record: BoardRecord): void {
    this.remove(record.id)
    const cost = costOf(record)
    if (cost === 0) return
    this.#costs.set(record.id, cost)
    this.#total += cost
  }

  /** Counts a record no more. */
  remove(id: string): void {
    this.#total -= this.#costs.get(id) ?? 0
    this.#costs.delete(id)
  }

  /** Says whether this state of a record would make the board take longer than it may. What makes nothing longer never does. */
  isTooMuch(record: BoardRecord): boolean {
    const [before, after] = [this.#costs.get(record.id) ?? 0, costOf(record)]
    return after > before && this.#total - before + after > LIMITS.DRAWING_COST
  }
}

/** What was written before there were validators may be anything, and is drawn by no browser. */
function costOf(record: BoardRecord): number {
  try {
    const cost = drawingCost(record)
    return Number.isFinite(cost) ? cost : 0
  } catch {
    return 0
  }
}
