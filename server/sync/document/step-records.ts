import type { Step, StepChange } from '@/lib/board/step'

/** The records a step touched, each once, as `<root>/<id>`. */
export function recordsOf(step: Step): string[] {
  return [...new Set(step.map(recordOf))]
}

function recordOf(change: StepChange): string {
  switch (change.kind) {
    case 'placement':
      return `placements/${change.key}`
    case 'record':
      return `records/${change.id}`
    case 'unit':
    case 'entity':
    case 'text':
    case 'rewrite':
      return `${change.root}/${change.id}`
  }
}
