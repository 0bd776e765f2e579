import { isFields } from '@/lib/board/is-fields'
import type { BoardRecord } from '@/lib/board/layout'
import { drawingCost, type DrawingCost } from '@/lib/board/limits/drawing-cost'
import { LIMITS } from '@/lib/sync/limits'

const NOTHING: DrawingCost = { whole: 0, beyond: 0 }

/** A record that is drawn, and what that takes. */
interface Drawn {
  readonly record: BoardRecord
  readonly cost: DrawingCost
}

/** What the records of a board take to be drawn, kept up to date one by one. */
export class DrawingLoad {
  /** Only of those that are drawn at all. */
  readonly #drawn = new Map<string, Drawn>()
  #whole = 0
  #beyond = 0

  /** Counts a record as it is now. */
  put(record: BoardRecord): void {
    const cost = this.#costOf(record)
    this.#count(record.id, cost)
    if (cost.whole > 0) this.#drawn.set(record.id, { record, cost })
    else this.#drawn.delete(record.id)
  }

  /** Counts a record no more. */
  remove(id: string): void {
    this.#count(id, NOTHING)
    this.#drawn.delete(id)
  }

  /** Says whether this state of a record would make the board take longer than it may. What makes nothing longer never does. */
  isTooMuch(record: BoardRecord): boolean {
    const [before, after] = [this.#counted(record.id), this.#costOf(record)]
    const [whole, beyond] = [after.whole - before.whole, after.beyond - before.beyond]
    return (
      (whole > 0 && this.#whole + whole > LIMITS.DRAWING_COST) ||
      (beyond > 0 && this.#beyond + beyond > LIMITS.DRAWING_COST_BEYOND_ORDINARY)
    )
  }

  /** Most changes only move a shape: for these, a long stroke is not looked through anew. */
  #costOf(record: BoardRecord): DrawingCost {
    const drawn = this.#drawn.get(record.id)
    return drawn && isDrawnAlike(drawn.record, record) ? drawn.cost : weigh(record)
  }

  #counted(id: string): DrawingCost {
    return this.#drawn.get(id)?.cost ?? NOTHING
  }

  #count(id: string, after: DrawingCost): void {
    const before = this.#counted(id)
    this.#whole += after.whole - before.whole
    this.#beyond += after.beyond - before.beyond
  }
}

/** Compared by identity: what nobody changed is the same in both. */
function isDrawnAlike({ typeName, type, props }: BoardRecord, other: BoardRecord): boolean {
  const others = other['props']
  if (typeName !== other.typeName || type !== other['type'] || !isFields(props) || !isFields(others))
    return false
  const names = Object.keys(props)
  return names.length === Object.keys(others).length && names.every((name) => props[name] === others[name])
}

const weighed = new WeakMap<BoardRecord, DrawingCost>()

/**
 * What this state of a record takes to be drawn, worked out once. What was written before there were validators may be
 * anything, and is drawn by no browser.
 */
export function weigh(record: BoardRecord): DrawingCost {
  const known = weighed.get(record)
  if (known) return known
  const cost = costOf(record)
  weighed.set(record, cost)
  return cost
}

function costOf(record: BoardRecord): DrawingCost {
  try {
    const cost = drawingCost(record)
    return Number.isFinite(cost.whole) && cost.whole > 0 ? cost : NOTHING
  } catch {
    return NOTHING
  }
}
