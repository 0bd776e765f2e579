import { ERRORS } from '@/lib/errors'
import type { SaveState } from '../../board/board-client'

const BACK = 'You are connected again.'

/**
 * What is worth saying aloud about the connection; null while all is well. `before` is what this answered last, so
 * that a return is said once and single saves are not said at all.
 */
export function connectionWords(state: SaveState, before: string | null): string | null {
  switch (state.kind) {
    case 'offline':
      return 'The connection is lost. You can go on; your changes are kept and sent later.'
    case 'cannot-save':
      return 'The server cannot save at the moment. Editing is locked until it can.'
    case 'closed':
      return ERRORS[state.code].sentence
    case 'saved':
    case 'saving':
      return before === null || before === BACK ? before : BACK
    case 'connecting':
    case 'unsynced':
    case 'renewing':
      return before
  }
}
