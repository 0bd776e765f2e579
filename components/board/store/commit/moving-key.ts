import type { Step, StepChange } from '@/lib/board/step'

/** What a frame turned by a quarter leaves of a stroke across. */
const NOTHING_PX = 0.01

/**
 * The merge key of a step that only puts things elsewhere, the same for each the same way; undefined for every other. An
 * arrow key that is held says so thirty times a second, and would push everything done before off the end of the undo
 * stack; aligning to the left and then to the top are two.
 */
export function movingKey(step: Step): string | undefined {
  const moved = step.map(movedBy)
  if (moved.length === 0 || moved.includes(null)) return undefined
  return `move ${moved.sort().join(' ')}`
}

function movedBy(change: StepChange): string | null {
  if (change.kind === 'placement') {
    const { key, before, after } = change
    return `${key} ${wayOf([before?.dx, before?.dy], [after?.dx, after?.dy])}`
  }
  if (change.kind !== 'unit' || change.unit !== 'place') return null
  return `${change.id} ${wayOf(pointIn(change.before), pointIn(change.after))}`
}

/** A place says its parent first. */
function pointIn(place: unknown): unknown[] {
  return Array.isArray(place) ? place.slice(1, 3) : []
}

function wayOf(before: readonly unknown[], after: readonly unknown[]): string {
  return [0, 1].map((at) => signOf(Number(after[at] ?? 0) - Number(before[at] ?? 0))).join('/')
}

function signOf(px: number): number {
  return Math.abs(px) < NOTHING_PX ? 0 : Math.sign(px)
}
