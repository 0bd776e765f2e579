import type { TakenDraft } from './drafts'

interface Returning {
  /** What has the keyboard while the field is away; on the page itself nothing has it. */
  readonly home?: Element | null
  /** Whether a line break is typed; in a single line it ended the typing. */
  readonly isMultiline?: boolean
}

/**
 * Types in a field what came for it while it was away, and puts the caret back, unless its person has taken the keyboard
 * elsewhere meanwhile.
 */
export function goOnIn(
  field: HTMLInputElement | HTMLTextAreaElement,
  { caret, late }: TakenDraft,
  { home = null, isMultiline = false }: Returning = {},
): void {
  if (!caret) return
  const { activeElement, body } = field.ownerDocument
  if (activeElement === null || [body, field, home].includes(activeElement)) {
    field.focus({ preventScroll: true })
    field.setSelectionRange(...caret)
  }
  const [line = ''] = late.split('\n')
  const typed = isMultiline ? late : line
  if (typed === '') return
  field.setRangeText(typed, ...caret, 'end')
  field.dispatchEvent(new Event('input', { bubbles: true }))
}
