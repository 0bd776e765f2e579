import type { BoardRecord } from '@/lib/board/layout'
import type { Step, StepChange } from '@/lib/board/step'
import { parentsFirst } from '../store/projected/parents-first'

/**
 * Puts what was removed into the order of a step, of which undo begins with the last: what something else lies in,
 * stands on or is bound to comes back before it, however that is cut into updates.
 */
export function putBackOrder(removed: Step): Step {
  const records = new Map<BoardRecord, StepChange>()
  const others: StepChange[] = []
  for (const change of removed) {
    if (change.kind === 'record' && change.before) records.set(change.before, change)
    else others.push(change)
  }
  const isMoved = (change: StepChange): boolean => change.kind === 'unit' && change.root === 'records'
  const entities = others.filter(({ kind }) => kind === 'entity')
  const moved = others.filter(isMoved)
  const rest = others.filter((change) => change.kind !== 'entity' && !isMoved(change))
  const drawn = parentsFirst([...records.keys()]).flatMap((record) => records.get(record) ?? [])
  return [...entities, ...rest, ...drawn, ...moved].reverse()
}
