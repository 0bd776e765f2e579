import type { Draft, TakenDraft } from './drafts'
import { latePlace } from './late-place'

type Field = HTMLInputElement | HTMLTextAreaElement
type Place = readonly [start: number, end: number]

interface Returning {
  /** What has the keyboard while the field is away; on the page itself nothing has it. */
  readonly home?: Element | null
  /** Whether a line break is typed; in a single line it ended the typing. */
  readonly isMultiline?: boolean
  /** Whether its person did something else meanwhile, be it in this field: the keyboard and the caret are where they want them. */
  readonly hasLeft?: boolean
  /** Called where somebody who goes on in this single line had ended it already. */
  readonly onEnter?: () => void
}

/**
 * Types in a field what came for it while it was away, and puts the caret back, unless its person has taken the keyboard
 * elsewhere meanwhile.
 */
export function goOnIn(field: Field, draft: TakenDraft, returning: Returning = {}): void {
  const { caret, late } = draft
  if (!caret) return
  const [line = ''] = late.split('\n')
  const typed = returning.isMultiline ? late : line
  if (returning.hasLeft) return type(field, typed, () => typeBeside(field, { ...draft, caret }, typed))
  const isBack = isWaitedFor(field, returning.home)
  if (isBack) {
    field.focus({ preventScroll: true })
    field.setSelectionRange(...caret)
  }
  type(field, typed, () => field.setRangeText(typed, ...caret, 'end'))
  if (isBack && typed !== late) returning.onEnter?.()
}

function isWaitedFor(field: Field, home: Element | null = null): boolean {
  const { activeElement, body } = field.ownerDocument
  return activeElement === null || [body, field, home].includes(activeElement)
}

function type(field: Field, typed: string, write: () => void): void {
  if (typed === '') return
  write()
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

/** Where they are in the field by now they stay. */
function typeBeside(field: Field, draft: Draft & { readonly caret: Place }, typed: string): void {
  field.setRangeText(typed, ...latePlace(draft, draft.caret, field.value), 'preserve')
}
