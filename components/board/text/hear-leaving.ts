import { windowOrNone } from '../sync/bind-events'

const TEXT_FIELDS = 'input, textarea, [contenteditable="true"]'

interface LeavingParts {
  readonly page?: EventTarget | undefined
  /** What its person is in: to press there is no leaving. */
  readonly field?: Element | null
}

/**
 * Calls `leave`, once, as soon as somebody presses a pointer elsewhere or writes in another field than the one that has
 * the keyboard now. Answers with the undo.
 */
export function hearLeaving(
  leave: () => void,
  { page = windowOrNone(), field = fieldOfNow() }: LeavingParts = {},
): () => void {
  const onPress = ({ target }: Event): void => {
    if (target !== field) end()
  }
  const onKey = ({ target }: Event): void => {
    if (target !== field && isTextField(target)) end()
  }
  function end(): void {
    stop()
    leave()
  }
  function stop(): void {
    page?.removeEventListener('pointerdown', onPress, { capture: true })
    page?.removeEventListener('keydown', onKey, { capture: true })
  }
  page?.addEventListener('pointerdown', onPress, { capture: true })
  page?.addEventListener('keydown', onKey, { capture: true })
  return stop
}

function fieldOfNow(): Element | null {
  return typeof document === 'undefined' ? null : document.activeElement
}

function isTextField(target: EventTarget | null): boolean {
  return target !== null && 'matches' in target && (target as Element).matches(TEXT_FIELDS)
}
