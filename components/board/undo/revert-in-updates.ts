import { inUpdates } from '@/lib/board/document/in-updates'
import type { Step, StepChange } from '@/lib/board/step'

/** What is written of any change: what it is about, and whose it is. */
const CHARACTERS_PER_CHANGE = 60

/** Takes a step back from its end, in parts that each fit one update; answers with what that did. */
export function revertInUpdates(step: Step, revert: (part: Step) => Step): StepChange[] {
  return [...inUpdates(step, charactersOf)].reverse().flatMap(revert)
}

function charactersOf(change: StepChange): number {
  return CHARACTERS_PER_CHANGE + ('before' in change ? JSON.stringify(change.before).length : 0)
}
