import type { Step, StepChange } from '@/lib/board/step'

/** Larger steps are taken back in several transactions: a connection takes no update of more than 1 MB. */
const PART_COST = 200_000
const COST_PER_CHANGE = 60

/** Cuts a step into parts, in their order, that each fit one update. Nearly every step is one part. */
export function inParts(step: Step): Step[] {
  const parts: StepChange[][] = []
  let cost = Infinity
  for (const change of step) {
    const own = costOf(change)
    if (cost + own > PART_COST) {
      parts.push([])
      cost = 0
    }
    parts.at(-1)?.push(change)
    cost += own
  }
  return parts
}

function costOf(change: StepChange): number {
  return COST_PER_CHANGE + ('before' in change ? JSON.stringify(change.before).length : 0)
}
