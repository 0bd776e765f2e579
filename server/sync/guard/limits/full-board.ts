import type { Root } from '@/lib/board/layout'
import { toUnits } from '@/lib/board/units'
import { LIMITS } from '@/lib/sync/limits'
import type { Touched } from '../touched'
import { isTextField } from '../screen/content-rules'
import { WHOLE } from '../touched'
import { cellOf, valueOf } from '../judge/cells'
import type { Case, FullBoardTakes } from '../judge/judge-context'
import { bytesOf, grownBy, typedBy } from './sizes'

const { DOCUMENT_BYTES, FULL_MORE_BYTES, FULL_KEPT_BYTES, FULL_CHANGE_BYTES, FULL_MARK_BYTES } = LIMITS

/** Where something stands, how large it is and that it is gone: each is as small as the other, and told once. */
const MARKS = new Set(['place', 'wh', 'index', 'props.start', 'props.end', 'offset', 'rotation', 'deleted'])

/**
 * A board whose document is over a limit, and how much it still takes of what may grow on it: small changes, typing and
 * what was deleted lately and comes back, until the document is so much larger than it may be. Then only what makes
 * nothing larger is taken, and the marks of moves and deletions.
 */
export class FullBoard implements FullBoardTakes {
  #left: number

  /** A board whose document is this large. */
  constructor(bytes: number) {
    this.#left = Math.min(FULL_MORE_BYTES, DOCUMENT_BYTES + FULL_MORE_BYTES - bytes)
  }

  isTooMuch(one: Case, entry: Touched): boolean {
    const grown = growthOf(one, entry)
    if (entry.created) return grown > (isThere(one, entry) ? 0 : this.#left) || !isOld(one, entry)
    if (isNewPlacement(one, entry)) return true
    const changed = changedBy(one, entry)
    if (changed > FULL_CHANGE_BYTES) return true
    if (grown <= 0 || isMarkOnly(one, entry)) return false
    // What only takes the place of what the record was made with reads no longer than before, and has space of its own.
    const isLonger = changed > 0 || typedIn(one, entry) > 0
    return grown > this.#left - (isLonger ? FULL_KEPT_BYTES : 0)
  }

  settle(one: Case, entry: Touched): void {
    this.#left -= growthOf(one, entry)
  }
}

function growthOf({ tick, sizes }: Case, entry: Touched): number {
  return sizes ? grownBy(tick.board, entry, sizes) : 0
}

function typedIn({ tick, sizes }: Case, entry: Touched): number {
  return sizes ? typedBy(tick.board, entry, sizes) : 0
}

/** A deletion is undone by making the record again, which two people may do at the same time. */
function isOld(one: Case, entry: Touched): boolean {
  return isThere(one, entry) || (entry.root === 'records' && one.tick.records.departed(entry.id) !== null)
}

function isThere({ tick: { records } }: Case, { root, id }: Touched): boolean {
  return root === 'records' && records.all.has(id)
}

function isNewPlacement({ tick, before }: Case, entry: Touched): boolean {
  if (entry.root !== 'placements' || before.get(entry.key)?.get(WHOLE) !== undefined) return false
  return valueOf(cellOf(tick.board, entry, WHOLE)) !== undefined
}

/** By how much longer the units of an entry read; what a record was made with counts for a unit it did not have. */
function changedBy({ tick, before }: Case, entry: Touched): number {
  const record = entry.root === 'records' ? tick.records.all.get(entry.id) : undefined
  const read = record && toUnits(record)
  const old = before.get(entry.key)
  let longer = 0
  for (const unit of entry.units.keys()) {
    if (isTextField(entry.root, unit)) continue
    const was = old?.get(unit) ?? read?.get(unit)
    longer += bytesOf(valueOf(cellOf(tick.board, entry, unit))) - bytesOf(was)
  }
  return longer
}

function isMarkOnly({ tick, before }: Case, entry: Touched): boolean {
  if (entry.texts.size > 0) return false
  return [...entry.units.keys()].every((unit) => {
    const value = valueOf(cellOf(tick.board, entry, unit))
    if (bytesOf(value) > FULL_MARK_BYTES) return false
    return isMark(entry.root, unit) || bytesOf(value) <= bytesOf(before.get(entry.key)?.get(unit))
  })
}

function isMark(root: Root, unit: string): boolean {
  return root === 'placements' || MARKS.has(unit)
}
