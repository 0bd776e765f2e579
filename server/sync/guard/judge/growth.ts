import { isTextField } from '../screen/content-rules'
import type { Touched } from '../touched'
import { cellOf, valueOf } from './cells'
import type { Case } from './judge-context'

/** More than the mark of a deletion takes, or a move. */
const SMALL_CHANGE_CHARACTERS = 200

/**
 * Says whether an update made the board hold more: a new record, entity or placement, or a value that became much
 * longer. Deletions, moves and typing in texts, which have limits of their own, go on.
 */
export function isGrowth({ tick, before }: Case, entry: Touched): boolean {
  if (entry.created) return true
  const old = before.get(entry.key)
  for (const unit of entry.units.keys()) {
    if (isTextField(entry.root, unit)) continue
    const [was, is] = [old?.get(unit), valueOf(cellOf(tick.board, entry, unit))]
    if (entry.root === 'placements' && was === undefined && is !== null) return true
    if (lengthOf(is) > lengthOf(was) + SMALL_CHANGE_CHARACTERS) return true
  }
  return false
}

function lengthOf(value: unknown): number {
  return value === undefined ? 0 : JSON.stringify(value).length
}
