import type { Step, StepChange } from '@/lib/board/step'

/**
 * The merge key of a step that only puts things elsewhere; undefined for every other. An arrow key that is held says so
 * thirty times a second, and would push everything done before off the end of the undo stack.
 */
export function movingKey(step: Step): string | undefined {
  const moved = step.map(movedBy)
  if (moved.length === 0 || moved.includes(null)) return undefined
  return `move ${moved.sort().join(' ')}`
}

function movedBy(change: StepChange): string | null {
  if (change.kind === 'placement') return change.key
  return change.kind === 'unit' && change.unit === 'place' ? change.id : null
}
