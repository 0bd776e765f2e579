import { recordOf } from '@/lib/board/changes/record-of'
import type { Step } from '@/lib/board/step'

/** The records a step touched, each once, as `<root>/<id>`. */
export function recordsOf(step: Step): string[] {
  return [...new Set(step.map(recordOf))]
}
