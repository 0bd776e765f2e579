import { ERRORS } from '@/lib/errors'
import type { SaveState } from '../../board/board-client'

const BACK = 'You are connected again.'
/** For whoever never was here before. */
const HERE = 'You are connected.'
const UNREACHABLE = 'The server does not answer. Contour keeps trying.'

/**
 * What is worth saying aloud about the connection; null while all is well. `before` is what this answered last, so
 * that a return is said once and single saves are not said at all. Who changes nothing hears nothing of changes.
 */
export function connectionWords(state: SaveState, before: string | null, mayEdit = true): string | null {
  switch (state.kind) {
    case 'offline':
      return mayEdit || state.changes > 0
        ? 'The connection is lost. You can go on; your changes are kept and sent later.'
        : 'The connection is lost. You do not see what others change until it is back.'
    case 'unreachable':
      return UNREACHABLE
    case 'cannot-save':
      return mayEdit
        ? 'The server cannot save at the moment. Editing is locked until it can.'
        : 'The server cannot save at the moment. Nobody can change the board until it can.'
    case 'closed':
      return ERRORS[state.code].sentence
    case 'saved':
    case 'saving':
      if (before === UNREACHABLE) return HERE
      return before === null || before === BACK || before === HERE ? before : BACK
    case 'connecting':
    case 'unsynced':
    case 'renewing':
      return before
  }
}
