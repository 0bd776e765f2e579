import type { Step, StepChange } from '@/lib/board/step'
import { applyUnits, sameJson } from '@/lib/board/units'

/**
 * Makes one step of several in the order they happened: the first `before` and the last `after` of everything. What
 * the steps themselves take back leaves no trace.
 */
export function mergeSteps(steps: readonly Step[]): Step {
  const merged = new Map<string, StepChange>()
  for (const change of steps.flat()) {
    const creation = creationOf(merged, change)
    if (creation) {
      merged.set(creation.key, creation.change)
      continue
    }
    const key = keyOf(change, merged.size)
    const earlier = merged.get(key)
    const next = earlier ? joined(earlier, change) : change
    if (next) merged.set(key, next)
    else merged.delete(key)
  }
  return [...merged.values()]
}

/** A unit of a record made by the same step belongs to its creation, which is undone only as a whole. */
function creationOf(
  merged: ReadonlyMap<string, StepChange>,
  change: StepChange,
): { key: string; change: StepChange } | null {
  if (change.kind !== 'unit' || change.root !== 'records') return null
  const key = `record ${change.id}`
  const record = merged.get(key)
  if (record?.kind !== 'record' || !record.after || record.before) return null
  return { key, change: { ...record, after: applyUnits(record.after, [[change.unit, change.after]]) } }
}

function keyOf(change: StepChange, position: number): string {
  switch (change.kind) {
    case 'unit':
      return `unit ${change.root} ${change.id} ${change.unit}`
    case 'placement':
      return `placement ${change.key}`
    case 'record':
      return `record ${change.id}`
    case 'entity':
      return `entity ${change.root} ${change.id}`
    case 'rewrite':
      return `rewrite ${change.root} ${change.id} ${change.field}`
    case 'text':
      // Each is one item on its undo manager: two are never one.
      return `text ${position}`
  }
}

/** The two as one change; null where they take each other back. Their key says that they are of one kind. */
function joined(earlier: StepChange, later: StepChange): StepChange | null {
  if (earlier.kind === 'entity' && later.kind === 'entity') {
    return earlier.deleted === later.deleted ? later : null
  }
  if (!('before' in earlier) || !('before' in later)) return later
  return sameJson(earlier.before, later.after) ? null : ({ ...later, before: earlier.before } as StepChange)
}
