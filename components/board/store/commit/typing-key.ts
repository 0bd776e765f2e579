import type { Step } from '@/lib/board/step'

const TYPED_UNITS = new Set(['props.richText', 'props.text', 'props.name'])

/** The merge key of a step that is one stroke of typing in a shape; undefined for every other step. */
export function typingKey(step: Step): string | undefined {
  const typed = step.find((change) => change.kind === 'unit' && TYPED_UNITS.has(change.unit))
  if (typed?.kind !== 'unit') return undefined
  // A text box that grows while somebody types changes its size and place along.
  const isOneRecord = step.every((change) => change.kind === 'unit' && change.id === typed.id)
  return isOneRecord ? `type ${typed.id} ${typed.unit}` : undefined
}
