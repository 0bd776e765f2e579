import type { StepChange } from '../step'

/** What a change of a step is about, as it is named where the server tells of it: `<root>/<id>`. */
export function recordOf(change: StepChange): string {
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
