import type { ErrorCode } from '@/lib/errors'

/**
 * What becomes of what this browser keeps when a board is closed to it: `renewed`: a fresh document takes it over;
 * `listed`: it is not sent again, its author gets it in words; `forgotten`: nothing of the board may stay here; `kept`:
 * the next page goes on with it.
 */
type Fate = 'renewed' | 'listed' | 'forgotten' | 'kept'

const FATES: Partial<Record<ErrorCode, Fate>> = {
  'epoch-changed': 'renewed',
  'reload-needed': 'renewed',
  'invalid-document': 'listed',
  'too-large': 'listed',
  'not-allowed': 'listed',
  'not-signed-in': 'forgotten',
  removed: 'forgotten',
  'left-board': 'forgotten',
  'no-such-board': 'forgotten',
  'board-deleted': 'forgotten',
  'not-found': 'forgotten',
}

/** Decides by the reason of the close. */
export function whatBecomesOf(code: ErrorCode): Fate {
  return FATES[code] ?? 'kept'
}
